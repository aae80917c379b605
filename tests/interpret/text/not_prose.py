"""Texts that are not English news, by what they are, with a word that a warning about them must have."""

from __future__ import annotations

NEWS = "The minister said on Monday that the bridge would be closed for a week. “It is not safe,” she told reporters. "

ARTICLE = """\
Bridge to close for a week

By Ann Lee

HALIFAX (Reuters) - The minister said on Monday that the bridge, which was built in 1955, would be closed for a week;
the council, the police, and the two firms that run buses over it were told on Friday.

"It is not safe," she told reporters. "We've known that for years."

Council members said they would:
- ask for a second opinion;
- pay for a ferry; and
- report back in two- and three-week steps.

Results so far: Lee 12, Kerry 9, Smith 4.
"""

OTHER_LANGUAGES = {
    "German": "Der Minister sagte am Montag, die Brücke werde für eine Woche gesperrt, weil sie nicht sicher sei.",
    "French": "Le ministre a déclaré lundi que le pont serait fermé pendant une semaine parce qu'il n'est pas sûr.",
    "Spanish": "El presidente dijo el lunes que el gobierno no va a cambiar la ley antes de las elecciones de octubre.",
    "Portuguese": "O presidente disse na segunda-feira que o governo não vai mudar a lei das pensões antes de outubro.",
    "Italian": "Il presidente ha detto lunedì che il governo non cambierà la legge prima delle elezioni di ottobre.",
    "Dutch": "De minister zei maandag dat de brug een week lang wordt gesloten omdat hij niet veilig is voor verkeer.",
    "Swedish": "Ministern sade på måndagen att bron kommer att stängas i en vecka eftersom den inte är säker.",
    "Norwegian": "Statsråden sa mandag at broen skal stenges i en uke fordi den ikke er trygg for trafikk i byen.",
    "Polish": "Minister powiedział w poniedziałek, że most zostanie zamknięty na tydzień, bo nie jest bezpieczny.",
    "Finnish": "Ministeri sanoi maanantaina, että silta suljetaan, koska se ei ole turvallinen, mutta työt alkavat.",
    "Hungarian": "A miniszter hétfőn azt mondta, hogy a hidat egy hétre lezárják, mert nem biztonságos a forgalomnak.",
    "Turkish": "Bakan pazartesi günü köprünün güvenli olmadığı için kapatılacağını ve işlerin başladığını söyledi.",
    "Indonesian": "Menteri mengatakan pada hari Senin bahwa jembatan itu akan ditutup karena tidak aman untuk umum.",
    "Filipino": "Sinabi ng ministro noong Lunes na isasara ang tulay dahil hindi ito ligtas para sa mga tao.",
    "Cyrillic": "Министр заявил в понедельник, что мост будет закрыт на неделю.",
    "Arabic": "قال الوزير يوم الاثنين إن الجسر سيغلق لمدة أسبوع.",
    "Greek": "Ο υπουργός είπε τη Δευτέρα ότι η γέφυρα θα κλείσει.",
    "Chinese": "部长周一表示，这座桥将关闭一周。",
    "Japanese": "大臣は月曜日に橋が一週間閉鎖されると述べた。",
    "Korean": "장관은 월요일에 다리가 폐쇄될 것이라고 말했다.",
}

NOT_PROSE = {
    "no words": ("12.5 % – 13.5 % (2016)\n*** 7/8 ***", "no words"),
    "names alone": ("Adam Khan, Andres Ramirez, Barbara Buckley, Bob Cavazos, Brendan Summers, Chip Evans", "English"),
    "tabs": ("Name\tAge\tTown\nLee\t44\tLeeds\nSmith\t31\tYork\n", "table"),
    "bars": (NEWS + "\n\n| Party | Seats | +/- |\n| --- | --- | --- |\n| Green | 12 | +3 |\n| Blue | 9 | 0 |", "table"),
    "columns": ("Party      Seats     Change\nGreen         12         +3\nBlue           9         -1\n", "table"),
    "commas": ("name,age,town\nAnn Lee,44,Leeds\nJohn Smith,31,York\nEve Brown,20,Hull", "table"),
    "semicolons": ("alpha;1;2\nbeta;3;4\ngamma;5;6\ndelta;7;8", "table"),
    "box score": (NEWS + "\n\nLakers 25 30 22 28 105\nCeltics 20 31 30 21 102\nBulls 18 22 27 30 97\n", "table"),
    "Python": ("import os\n\ndef name(path):\n    return path.name\n\nfor p in paths:\n    print(name(p))", "code"),
    "JavaScript": ("function add(a, b) {\n  const sum = a + b;\n  return sum;\n}\nconsole.log(add(1, 2));", "code"),
    "C": ("#include <stdio.h>\nint main(void) {\n  printf(\"hello\");\n  return 0;\n}", "code"),
    "SQL": ("SELECT name, age FROM people\nWHERE town = 'Leeds'\nAND age >= 30\nORDER BY name;", "code"),
    "JSON": ('{"name": "Ann Lee", "age": 44, "towns": ["Leeds", "York"], "job": {"title": "minister"}}', "code"),
    "a record": ('{"id": 7, "title": "Bridge closed", "body": "The minister said that the bridge is closed."}', "code"),
    "a log": ("2024-05-01 12:00:01 INFO start\n2024-05-01 12:00:02 disk low\n2024-05-01 12:00:03 INFO end", "code"),
    "CSS": (".title {\n  color: red;\n  width: 100%;\n}\n.text {\n  color: blue;\n}", "code"),
    "a traceback": (
        'Traceback (most recent call last):\n  File "a.py", line 3, in <module>\n    run()\nValueError: no',
        "code",
    ),
    "verse": (
        "The curfew tolls the knell of parting day,\nThe lowing herd wind slowly o'er the lea,\n"
        "The plowman homeward plods his weary way,\nAnd leaves the world to darkness and to me.\n\n"
        "Now fades the glimm'ring landscape on the sight,\nAnd all the air a solemn stillness holds,\n"
        "Save where the beetle wheels his droning flight,\nAnd drowsy tinklings lull the distant folds;",
        "verse",
    ),
    "a stanza and a half": (
        "Shall I compare thee to a summer's day?\nThou art more lovely and more temperate:\n"
        "Rough winds do shake the darling buds of May,\nAnd summer's lease hath all too short a date;\n\n"
        "Sometime too hot the eye of heaven shines,\nAnd often is his gold complexion dimm'd,",
        "verse",
    ),
    "free verse": (
        "The yellow fog\nthat rubs its back\nupon the window-panes of the long street\nand licks\n"
        "its tongue\ninto the corners of the evening\nlingers\nupon the pools that stand in drains\nand falls",
        "verse",
    ),
    "headings": ("\n".join(f"{name} has a plan" for name in "Lee Ann Bob Eve Max Tom Jim Meg".split()), "list"),
    "HTML": (f"<p class='a'>{NEWS}</p>", "<p class='a'>"),
    "a page of HTML": ("<html><body><p>No.</p><p>The <b>bridge</b> is <i>shut</i>.</p></body></html>", "<html>"),
    "unknown tags": (f'<tweet id="7">{NEWS}</tweet>', '<tweet id="7">'),
    "entities": (NEWS.replace("“", "&ldquo;").replace("”", "&rdquo;"), "&ldquo;"),
    "a wrong encoding": (NEWS.encode().decode("cp1252", "replace"), "wrong encoding"),
    "another wrong encoding": (NEWS.encode().decode("latin-1"), "wrong encoding"),
    "lost characters": (NEWS.replace("“", "\ufffd").replace("”", "\ufffd"), "lost"),
    "capitals": (NEWS.upper() * 2, "in capitals"),
    "small letters": (NEWS.lower() * 2, "no capital letters"),
    "no full stops": (NEWS.translate(str.maketrans("", "", ".,“”")) * 8, "full stops"),
    "one paragraph": (NEWS * 120, "single paragraph"),
    "cut words": ("The minis-\nter said the coun-\ncil would close the brid-\nge for a week. " + NEWS, "minis- ter"),
    "a feed": (NEWS + "The council will meet on Friday, when … [+1234 chars]", "[+1234 chars]"),
    "a beginning": (NEWS * 2 + "\nThe council, that was asked on Friday to close the bridge to all cars at", "cut off"),
    "an open quotation": (NEWS + "“We will not go, the men said.", "“We will not go, the men"),
}  # fmt: skip
