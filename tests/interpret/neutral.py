"""Sentences in the plain words of a news agency, from many fields: in none of them is anything loaded."""

from __future__ import annotations

from typing import Final

SPORTS: Final = (
    "The visitors won 3-1 after scoring twice in the final ten minutes.",
    "Kiplagat finished the marathon in two hours, four minutes and nine seconds.",
    "The goalkeeper has signed a three-year contract with the Lisbon club.",
    "Rain delayed the start of the second day by ninety minutes.",
    "She beat the fourth seed in straight sets to reach the semi-finals.",
    "The coach said that the captain would miss Saturday's game with a knee injury.",
    "The federation will announce the host of the 2034 tournament in May.",
    "Oslo hosted the speed skating championships for the fifth time.",
)
MARKETS: Final = (
    "Shares in the company fell 2.4 percent in early trading on Thursday.",
    "The central bank left its benchmark rate unchanged at 4.25 percent.",
    "Brent crude traded at 81 dollars a barrel, up 60 cents.",
    "The retailer reported a quarterly profit of 312 million euros.",
    "Unemployment fell to 5.1 percent in March from 5.3 percent a month earlier.",
    "The two banks said they had agreed to merge, pending approval by regulators.",
    "Exports of copper rose by a tenth last year, according to customs data.",
    "The airline ordered thirty aircraft for delivery between 2027 and 2031.",
    "The yen weakened against the dollar after the figures were published.",
)
WEATHER: Final = (
    "Temperatures in the north will drop to minus eight degrees overnight.",
    "The river rose by two metres on Sunday and closed the road to Almaty.",
    "About 4,000 homes were without electricity after the storm.",
    "Snow fell on the passes above 1,500 metres.",
    "The meteorological office expects rain in the south until Wednesday.",
    "An earthquake of magnitude 5.2 was recorded off the coast of Chile.",
)
COURTS: Final = (
    "The court sentenced the former accountant to three years in prison.",
    "Prosecutors charged two men with fraud on Tuesday.",
    "The judge adjourned the hearing until the ninth of October.",
    "A jury in Manchester found the driver not guilty.",
    "Her lawyer said she would appeal against the ruling.",
    "The supreme court will hear the case in the spring.",
    "Police arrested a 34-year-old man after a shop in Dublin was robbed.",
)
SCIENCE: Final = (
    "Researchers in Nairobi have described a new species of frog.",
    "The telescope recorded signals from a star forty light years away.",
    "The study followed 1,200 adults over six years.",
    "The probe entered the orbit of Mars at 14:20 GMT.",
    "Archaeologists found coins and pottery under the car park.",
    "The team measured the thickness of the ice at eleven points.",
    "A sample of the rock will be sent to a laboratory in Zurich.",
)
HEALTH: Final = (
    "The hospital admitted 48 patients with the virus last week.",
    "The vaccine is given in two doses, four weeks apart.",
    "The agency approved the drug for adults with type 2 diabetes.",
    "Nurses in the region will vote on the pay offer next month.",
    "The ministry recorded 310 new cases of measles in April.",
    "The clinic opens at eight on weekdays and at ten on Saturdays.",
)
LOCAL: Final = (
    "The council approved plans for 120 flats near the station.",
    "The bridge will be closed to lorries from Monday.",
    "The library is looking for volunteers to read to children.",
    "Residents can comment on the proposal until the end of June.",
    "A fire damaged a barn outside the village on Friday night.",
    "The school has hired four new teachers for the autumn term.",
    "Tickets for the museum cost twelve dollars, and children enter free.",
    "The number 9 bus will run every ten minutes on Sundays.",
)
POLITICS: Final = (
    "Parliament passed the budget by 212 votes to 188.",
    "The foreign ministers of both countries met in Geneva on Wednesday.",
    "The prime minister will travel to Jakarta for two days of talks.",
    "The opposition party chose a former mayor of Porto as its leader.",
    "Voters in the two states go to the polls on Sunday.",
    "The commission published the draft law on its website.",
    "The senator, a Democrat, said he would vote for the bill.",
    "The two governments signed an agreement on fishing rights.",
    "The treaty takes effect when nine states have ratified it.",
)
WAR: Final = (
    "Two soldiers were killed and five were wounded when a shell hit their post.",
    "The army said it had taken control of the road to the airport.",
    "The ceasefire began at six in the morning local time.",
    "Rebels entered the town on Monday after government forces left it.",
    "An air strike hit a fuel depot in the east of the city.",
    "The two sides exchanged ninety prisoners at a border crossing.",
    "The United Nations delivered food and tents to the camp.",
    "The ship was hit by a missile in the Red Sea, the navy said.",
)
CULTURE: Final = (
    "The film opens in cinemas on the third of February.",
    "The novel has been translated into eleven languages.",
    "The orchestra will play works by Sibelius and Nielsen.",
    "The museum returned the statue to Benin last year.",
    "Her first album was released in 1998.",
)
TECHNOLOGY: Final = (
    "The company will stop updating the app at the end of the year.",
    "The regulator asked the two firms for documents on the merger.",
    "The battery plant is to employ 900 people when it opens in 2028.",
    "The satellite failed to reach its orbit, and the operator is looking into the cause.",
    "A software error kept trains from running for three hours on Thursday.",
)
COUNTRY: Final = (
    "The bakery on Mill Street will open a second shop in November.",
    "Volunteers planted 300 oak trees along the canal on Saturday.",
    "The lighthouse was repainted for the first time in twenty years.",
    "Engineers inspected the cable car after it stopped for an hour.",
    "The zoo has moved its two giraffes to a park in Denmark.",
    "Beekeepers in the valley harvested nine tonnes of honey this summer.",
    "The ferry between the islands runs four times a day in winter.",
    "The university appointed a chemist as its new vice-chancellor.",
    "A lorry carrying milk overturned on the motorway near Lille.",
    "The post office delivered 14 million parcels in December.",
    "The chess champion drew his fourth game in Reykjavik.",
    "The island's only doctor retires at the end of the month.",
    "The mine employs 600 people, and its licence runs until 2031.",
    "The census counted 8.4 million people, two percent more than in 2011.",
    "The choir from Tallinn sang three songs at the opening.",
    "Divers searched the wreck for two days and brought up a bell.",
    "The tax office sent reminders to 40,000 companies.",
    "The farmers' market moves to the town hall square in April.",
    "Vets treated eleven horses at the stable on Thursday evening.",
    "The ministry bought the land from the railway in 1963.",
    "The coastguard said that all nine crew members had been rescued.",
    "The hotel, built in 1902, has eighty rooms and a garden.",
)

NEUTRAL: Final = (
    *SPORTS,
    *MARKETS,
    *WEATHER,
    *COURTS,
    *SCIENCE,
    *HEALTH,
    *LOCAL,
    *POLITICS,
    *WAR,
    *CULTURE,
    *TECHNOLOGY,
    *COUNTRY,
)
