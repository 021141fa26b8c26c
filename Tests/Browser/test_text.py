"""Texts of every script stay in their boxes, and nothing stands on what it should not: measured in Chromium, with the
fonts that a machine may have and with hardly any.

Every map is made by the built program (`WAYMARK_PROGRAM`, else the debug build) and measured by the boxes that the browser
gives it, in several worlds of fonts: `FONTCONFIG_FILE` decides what Chromium sees.
"""
import os
import random
import subprocess
from pathlib import Path

import pytest

from conftest import CHROMIUM

ROOT = Path(__file__).resolve().parent.parent.parent
WAYMARK = os.environ.get("WAYMARK_PROGRAM", str(ROOT / ".build/debug/waymark"))

FONTS = "/usr/share/fonts/"
INTER, NOTO, DEJAVU = (FONTS + path for path in ("opentype/inter", "truetype/noto", "truetype/dejavu"))
# What a machine may have: everything that is installed; Inter and Debian's fonts-noto-core; each of them alone; and
# nothing but DejaVu, which Chromium itself comes with on Debian.
WORLDS = {
    "everything": None,
    "Inter and Noto": [INTER, NOTO],
    "Inter alone": [INTER],
    "Noto alone": [NOTO],
    "DejaVu alone": [DEJAVU],
}

TITLES = [
    "Fills in the application form", "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz", "WWWWWWWWWWWWWWWWWWWWWWWW",
    "MMMM WWWW @@@@ %%%% MMMM WWWW", "e\u0301\u0323e\u0301\u0302 Å̊ ñ combining", "Zażółć gęślą jaźń", "Tiếng Việt: Ngày xửa ngày xưa",
    "Звонит в поддержку и ждёт ответа", "Їжак під’їжджає", "Ο πελάτης περιμένει απάντηση", "Ἐν ἀρχῇ ἦν ὁ λόγος",
    "手続きを確認するために窓口に電話をかける", "你好，世界。请填写申请表格", "고객 여정 지도를 그린다", "「オンライン」で済ませる。",
    "يتصل بالدعم وينتظر الرد على الشكوى", "العميل ينتظر (PDF) 14 صفحة", "می‌خواهم حساب باز کنم", "ہم آپ کی مدد کیسے کر سکتے ہیں",
    "הלקוח מחכה לתשובה", "שלום, Hello 123!", "ग्राहक शिकायत दर्ज करता है", "नमस्ते, मुझे मदद चाहिए। क्षत्रिय श्रृंखला", "বাংলা ভাষা সহায়তা",
    "தமிழ் மொழி உதவி", "తెలుగు భాష సహాయం", "ಕನ್ನಡ ಭಾಷೆ", "മലയാളം ഭാഷ സഹായം", "สวัสดีชาวโลกนี่คือข้อความยาวมากที่ไม่มีช่องว่าง",
    "ลูกค้ารอคำตอบ", "ພາສາລາວ", "ភាសាខ្មែរ", "မြန်မာဘာသာ", "Հայաստանի Հանրապետություն", "საქართველო", "አማርኛ ቋንቋ",
    "👨‍👩‍👧‍👦👩🏽‍🚀🇩🇪🇫🇷 family", "🏴󠁧󠁢󠁥󠁮󠁧󠁿 ❤️‍🔥 1️⃣ 👍🏿👍🏻", "★ ☎ ✈ ⚙ ⚠ ♥ ✓ → ⇒ ∑ √ ∞", "𝔸𝔹ℂ 𝐚𝐛𝐜 ﬁ ﬂ ㎏ ①②③", "ﷺ ﷽", "x",
    "a" * 120, "🇩🇪" * 40, "क" * 60, "ก" * 60, "漢" * 60, "ا" * 60, "A\u0300" * 60, "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘",
]


def journey(count, seed, language="en"):
    """A journey of so many touchpoints in which every field that is drawn has a text of some script."""
    draw = random.Random(seed)
    pile = []

    def title(most=200):
        if not pile:
            pile.extend(draw.sample(TITLES, len(TITLES)))
        return pile.pop()[:most]

    lines = [f'workspace "W" {{ language {language} }}']
    lines += [f'department d{i} "{title()} {i}"' for i in range(5)]
    lines += [f'channel c{i} "{title()} {i}"' for i in range(6)]
    lines += [f'persona p "{title()}"', f'journey sample "{title()} {title()}" {{', "owner d0", "persona p"]
    lines += [f'from "{title()}" to "{title()}"', f'quote "{title()} {title()}"', f'voice employee "{title()}"']
    lines += [f'goal g "{title()}" {{', "kpi churn", "target <= 4%", "record 2026-Q3 lost 42 of 1400", "}"]
    for index in range(count):
        if index % 6 == 0:
            lines.append(("} " if index else "") + f'phase f{index} "{title()}" {{')
        lines.append(f'touchpoint t{index} "{title()}" channel c{draw.randrange(6)} owner d{draw.randrange(5)} {{')
        lines.append(f'feels {draw.choice(["-2", "-1", "0", "+1", "+2"])} "{title()}"')
        for word in ("thinks", "need", "pain", "idea", "voice customer", "frontstage", "backstage", "support", "system"):
            if draw.randrange(3) == 0:
                lines.append(f'{word} "{title()}"' + (f" owner d{draw.randrange(5)}" if word == "backstage" else ""))
        if draw.randrange(3) == 0:
            lines.append("moment-of-truth")
        if draw.randrange(4) == 0:
            lines += ["takes 3d..5d", "importance 4", "with d1, d2"]
        lines.append("}")
    lines += ["}", "flow {", "as-written"]
    seen = set()
    for _ in range(max(2, count // 2)):
        start, end = draw.randrange(count), draw.randrange(count)
        kind = draw.randrange(6)
        if kind == 0:
            lines.append(f'entry e{start} "{title(40)}" -> t{start}')
        elif kind == 1:
            lines.append(f't{start} -> exit "{title(40)}" share 3%')
        elif start != end and (start, end) not in seen:
            seen.add((start, end))
            lines.append(f't{start} -> t{end} : "{title(90)}" wait 2d')
    lines += ["}", f'action a "{title()}" {{', "for t0", "owner d0", "status planned", "due 2026-12-31", "}", "}"]
    lines += ['feedback s "S" {', 'file "s.csv"', "period 2026-Q3", 'answer csat "A" of sample/t0 scale 1..5', "}"]
    return "\n".join(lines) + "\n"


def tally(count, seed):
    draw = random.Random(seed)
    rows = ["journey,touchpoint,metric,scale,period,segment,feedback,answer,count,weight,weight2"]
    for period in ("2026-Q1", "2026-Q2", "2026-Q3"):
        for index in sorted(range(count), key=lambda index: f"t{index}"):
            if index % 3 == 2:
                continue
            for answer in (2, 5):
                rows.append(f"sample,t{index},csat,1..5,{period},,s,{answer},{draw.randrange(3, 4000)},,")
    rows[1:] = sorted(rows[1:], key=lambda row: row.split(",")[:8])
    return "\n".join(rows) + "\n"


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """Renders a journey once and gives the folder of its pages."""
    made = {}

    def render(count, seed, language="en"):
        key = (count, seed, language)
        if key not in made:
            folder = tmp_path_factory.mktemp("map")
            (folder / "w").mkdir()
            (folder / "w/a.journey").write_text(journey(*key))
            (folder / "w/s.tally.csv").write_text(tally(count, seed))
            run = subprocess.run([WAYMARK, "render", folder / "w", "--out", folder / "out"], capture_output=True, text=True)
            assert (folder / "out/sample.html").exists(), run.stderr
            made[key] = folder / "out"
        return made[key]

    return render


@pytest.fixture(scope="module", params=WORLDS, ids=lambda name: name.replace(" ", "-"))
def browser(request, playwright, tmp_path_factory):
    """Chromium that sees the fonts of one world only."""
    folders, environment = WORLDS[request.param], dict(os.environ)
    if folders:
        for folder in folders:
            if not Path(folder).exists():
                pytest.skip(f"no fonts in {folder}")
        home = tmp_path_factory.mktemp("fonts")
        names = "".join(f"<dir>{folder}</dir>" for folder in folders)
        (home / "fonts.conf").write_text(
            f'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>{names}<cachedir>{home}</cachedir></fontconfig>')
        environment["FONTCONFIG_FILE"] = str(home / "fonts.conf")
    browser = playwright.chromium.launch(executable_path=CHROMIUM, env=environment, args=["--no-sandbox"])
    yield browser
    browser.close()


# Boxes are the browser's own; a text's height is that of its letters, not of its font. A pixel of slack is rounding.
MEASURE = """([drawing, hasFonts]) => {
  const svg = document.querySelector(drawing), problems = [];
  if (!svg) return problems;
  const slack = 1.25, width = svg.viewBox.baseVal.width;
  const box = (node) => { const b = node.getBBox(); return { x: b.x, y: b.y, right: b.x + b.width, bottom: b.y + b.height } };
  const words = (node) => [...node.childNodes].filter((n) => n.nodeType == 3).map((n) => n.data).join("");
  const say = (problem, ...nodes) => problems.push(problem + ": " + nodes.map((n) => JSON.stringify(
    n.tagName == "text" ? n.getAttribute("class") + " " + words(n) : n.getAttribute("class") ?? n.tagName)).join(" and "));
  const texts = [...svg.querySelectorAll("text:not(.halo)")].filter((text) => words(text) != "" && !text.closest("[transform], [data-versus][display=none]"));
  const boxes = new Map(texts.map((text) => {
    const b = box(text), size = parseFloat(getComputedStyle(text).fontSize), y = Number(text.getAttribute("y"));
    // A mark stands on its letter. Where no font has the mark, an empty box stands beside the letter, past the line's end.
    if (!hasFonts && /\\p{Mn}$/u.test(words(text))) b.right = Math.min(b.right, b.x + text.getComputedTextLength());
    // Chromium without its windows gives each of a pile of marks that no font has a box of its own: only its start is held.
    if (!hasFonts && /[\u0300-\u036f]{3}/.test(words(text))) [b.x, b.right] = [Number(text.getAttribute("x")), Number(text.getAttribute("x"))];
    return [text, { x: b.x, right: b.right, y: y - 0.73 * size, bottom: y + 0.1 * size }];
  }));
  const past = (inner, outer) => " by " + Math.max(outer.x - inner.x, inner.right - outer.right).toFixed(1) + " px";
  const within = (inner, outer, margin = 0) =>
    inner.x >= outer.x + margin - slack && inner.right <= outer.right - margin + slack;
  const apart = (a, b) => a.right <= b.x + slack || b.right <= a.x + slack || a.bottom <= b.y + slack || b.bottom <= a.y + slack;

  for (const [text, b] of boxes) if (b.x < -slack || b.right > width + slack) say("outside of the map", text);
  const cards = [...svg.querySelectorAll(".touchpoint")].map((g) => box(g.querySelector(".card-box")));
  const columns = { x: Math.min(...cards.map((c) => c.x)), right: Math.max(...cards.map((c) => c.right)) };
  const framed = ["card-box", "chip", "frontstage", "backstage", "support", "system", "pain", "idea",
    "action", "done"];
  for (const frame of svg.querySelectorAll(framed.map((name) => "rect." + name).join())) {
    const outer = box(frame);
    for (const text of frame.parentNode.querySelectorAll(":scope > text")) {
      const b = boxes.get(text);
      if (!b) continue;
      if (!within(b, outer, 1)) say("outside of its box" + past(b, outer), text, frame);
      if (b.y < outer.y - slack || b.bottom > outer.bottom + slack) say("over or under its box", text, frame);
    }
  }
  for (const item of svg.querySelectorAll(".lane [data-at]")) {
    const at = item.dataset.at.split(" ").map(Number).map((index) => cards[index]);
    const outer = { x: Math.min(...at.map((c) => c.x)), right: Math.max(...at.map((c) => c.right)) };
    // A value of the experience stands beside its mark where there is no room over it or under it.
    for (const text of item.querySelectorAll(":scope > text:not(.point)")) {
      if (boxes.has(text) && !within(boxes.get(text), outer)) say("outside of its column" + past(boxes.get(text), outer), text);
    }
  }
  for (const path of svg.querySelectorAll(".phase-a, .phase-b")) {
    for (const text of path.parentNode.querySelectorAll("text")) {
      if (boxes.has(text) && !within(boxes.get(text), box(path), 12)) say("outside of its phase", text);
    }
  }
  const rightward = getComputedStyle(document.documentElement).direction == "ltr";
  for (const text of svg.querySelectorAll(".lane > text.lane, .lane > text.caption")) {
    const b = boxes.get(text);
    if (b && (rightward ? b.x < columns.x && b.right > columns.x : b.right > columns.right && b.x < columns.right)) {
      say("out of the names of the lanes", text);
    }
  }
  const things = [...boxes].map(([node, b]) => ({ node, b }));
  for (const node of svg.querySelectorAll(".card-box")) things.push({ node, b: box(node) });
  things.sort((one, other) => one.b.x - other.b.x);
  things.forEach((one, index) => {
    for (let next = index + 1; next < things.length && things[next].b.x < one.b.right; next++) {
      const other = things[next];
      const nested = one.node.parentNode == other.node.parentNode && one.node.tagName != other.node.tagName;
      if (!nested && !apart(one.b, other.b)) say("on each other", one.node, other.node);
    }
  });
  return problems;
}"""

CASES = [(3, 1), (3, 2), (3, 3), (13, 1), (13, 2), (13, 3), (40, 1), (40, 2), (400, 1)]


@pytest.mark.parametrize("count,seed", CASES)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_texts_stay_in_their_boxes(browser, request, pages, count, seed, language):
    if count == 400 and language == "ar":
        pytest.skip("the mirror image of the other")
    folder = pages(count, seed, language)
    page = browser.new_page(viewport={"width": 1400, "height": 900}, java_script_enabled=False)
    try:
        page.goto((folder / "sample.html").as_uri())
        has_fonts = any(world in request.node.name for world in ("everything", "Noto"))
        problems = [problem for drawing in ("#map svg", ".overview svg") for problem in page.evaluate(MEASURE, [drawing, has_fonts])]
        # A comparison takes the place of the lanes under it.
        page.evaluate("""() => {
          for (const lane of document.querySelectorAll("#map .lane:not(.tiles, [data-versus])")) lane.remove();
          document.querySelector("#map [data-versus]")?.removeAttribute("display");
        }""")
        problems += page.evaluate(MEASURE, ["#map svg", has_fonts])
    finally:
        page.close()
    assert not problems, f"{len(problems)} of them:\n" + "\n".join(problems[:40])


WIDE = """() => [...document.querySelectorAll("h1, h2, h3, p, th, td, caption, li")]
  .filter((node) => node.clientWidth > 1 && node.scrollWidth > node.clientWidth + 1)
  .map((node) => node.tagName + " " + node.textContent.slice(0, 80))"""


@pytest.mark.parametrize("width", [320, 1400])
@pytest.mark.parametrize("name", ["sample", "index", "review"])
def test_words_of_pages_stay_in_their_cells(browser, pages, name, width):
    folder = pages(13, 1)
    page = browser.new_page(viewport={"width": width, "height": 900})
    try:
        page.goto((folder / f"{name}.html").as_uri())
        assert page.evaluate(WIDE) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    finally:
        page.close()


# How much wider or narrower than natural the letters of each line are drawn.
STRETCH = """() => [...document.querySelectorAll("svg.waymark text[textLength]")].map((line) => {
  const drawn = line.getBBox().width;
  const length = line.getAttribute("textLength");
  line.removeAttribute("textLength");
  const natural = line.getBBox().width;
  line.setAttribute("textLength", length);
  return { text: line.textContent, isExact: !line.hasAttribute("lengthAdjust"), ratio: natural ? drawn / natural : 1 };
})"""

# Sentences, so that no letter stands alone: those of issue 14 and some of the pages' own kind.
SENTENCES = [
    "يدخل العميل إلى المتجر ويطلب قهوته", "يملأ نموذج الطلب عبر الإنترنت", "می‌خواهم حساب باز کنم و فرم را پر کنم",
    "ഉപഭോക്താവ് കടയിൽ പ്രവേശിച്ച്", "ప్రవేశించి కాఫీ ఆర్డర్ చేస్తాడు", "ग्राहक शिकायत दर्ज करता है", "দোকানে ঢুকে কফি অর্ডার করে",
    "நிரப்புகிறார் செய்கிறார் நுழைந்து", "ಗ್ರಾಹಕರು ದೂರು ನೀಡುತ್ತಾರೆ", "ଗ୍ରାହକ ଅଭିଯୋଗ କରନ୍ତି", "ລູກຄ້າລໍຖ້າຄຳຕອບ", "ลูกค้ารอคำตอบ",
    "អតិថិជនរង់ចាំចម្លើយ", "ဖောက်သည်သည် အဖြေကို စောင့်နေသည်", "הלקוח מחכה לתשובה", "Հաճախորդը լրացնում է", "ደንበኛው መልስ ይጠብቃል",
    "Goes into the shop and orders a coffee", "Звонит в поддержку и ждёт ответа",
]


@pytest.fixture(scope="module")
def sentences(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sentences")
    touchpoints = "".join(f'touchpoint t{index} "{text}" {{\npain "{text}"\n}}\n' for index, text in enumerate(SENTENCES))
    (folder / "a.journey").write_text(f'journey a "A" {{\nphase p "P" {{\n{touchpoints}}}\n}}\n')
    run = subprocess.run([WAYMARK, "render", folder, "--out", folder / "out"], capture_output=True, text=True)
    assert (folder / "out/a.html").exists(), run.stderr
    return folder / "out/a.html"


@pytest.mark.parametrize("has_script", [True, False], ids=["script", "no-script"])
def test_letters_keep_their_natural_width(browser, request, sentences, has_script):
    if not has_script and "Noto" not in request.node.name:
        pytest.skip("no page knows this machine's fonts without a script")
    page = browser.new_page(viewport={"width": 1400, "height": 900}, java_script_enabled=has_script)
    try:
        page.goto(sentences.as_uri())
        lines = page.evaluate(STRETCH)
    finally:
        page.close()
    assert len(lines) > 2 * len(SENTENCES)
    if has_script:
        stretched = [line for line in lines if line["ratio"] > 1.02]
    else:
        # A map alone takes the likely font: no line is far from it, and most are near.
        foreign = sorted(line["ratio"] for line in lines if not line["isExact"])
        assert 0.93 < foreign[len(foreign) // 2] < 1.07
        stretched = [line for line in lines if not line["isExact"] and line["ratio"] > 1.25]
    assert not stretched, "\n".join(f"{line['ratio']:.2f} {line['text']}" for line in stretched[:20])
