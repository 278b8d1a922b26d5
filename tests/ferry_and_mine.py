"""Two made-up articles of four paragraphs each, that pages put together."""

FERRY = (
    "The ferry company said on Monday that its boats would sail again in the spring, once the pier at Olden had been mended.",
    "Its director, Mara Lindqvist, told the county council that two engines had been replaced since the autumn.",
    "“We shall be ready by Easter,” Lindqvist said, and the council promised to pay for half of the work.",
    "The islanders have gone without a boat for five months, and the school at Brenn has lost a third of its pupils.",
)
MINE = (
    "Miners at the Karsk colliery will vote next week on an offer from the owners, their union announced on Thursday.",
    "Pavel Drozd, who leads the union, warned that the offer did not cover the cost of the night shifts.",
    "The owners said in a statement that they could not go further before the price of coal had risen.",
    "A strike in the Karsk valley would be the first for nineteen years, and the railway has begun to store fuel.",
)
FERRY_HEAD = "Ferry to Brenn Will Sail Again in the Spring"
MINE_HEAD = "Karsk Miners to Vote on Offer From Owners Next Week"
