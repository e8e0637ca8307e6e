"""What must hold of the pages; each check returns what is wrong."""
import re

import reports
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

MOST_SAMPLES = 3
CASELOAD_ON_PAPER = 8
STUDENT_ON_PAPER = 6


def sample(folder):
    """The caseload where there is one, and students from begin to end."""
    students = sorted(folder.glob('student-*.html'))
    step = max(1, len(students) // MOST_SAMPLES)
    return sorted(folder.glob('index.html')) + students[::step][:MOST_SAMPLES]


def press(browser, *keys):
    for key in keys:
        ActionChains(browser.driver).send_keys(key).perform()


def focused(browser):
    return browser.run('var e = document.activeElement; return e.id || e.className || e.textContent.trim().slice(0, 40) || e.tagName;')


def looks_right(browser, path, language):
    """Rendered, in its language, with one first heading, headings in order, landmarks, and no wider than a narrow screen."""
    faults = browser.open(path)
    name = path.name
    if browser.run('return document.documentElement.lang;') != language:
        faults.append('another language attribute')
    levels = browser.run('return Array.from(document.querySelectorAll("h1,h2,h3,h4"), function (h) { return +h.tagName[1]; });')
    if levels[:1] != [1] or levels.count(1) != 1 or any(b > a + 1 for a, b in zip(levels, levels[1:])):
        faults.append(f'headings out of order: {levels}')
    if browser.run('return document.querySelectorAll("main").length;') != 1:
        faults.append('not one main')
    if browser.run('return document.querySelectorAll("[style], [onclick], img, link, iframe").length;') != 0:
        faults.append('something the content security policy is there to stop')
    faults += browser.violations()
    browser.scheme('dark')
    faults += [f'dark: {found}' for found in browser.violations(['color-contrast'])]
    browser.scheme('light')
    browser.size(320, 900)
    wide = browser.run('return document.documentElement.scrollWidth;')
    if wide > 320:
        faults.append(f'{wide} pixels wide on a screen of 320')
    if name == 'index.html':
        faults += [f'at 320 pixels: {found}' for found in browser.violations()]
    browser.size(1000, 1400)
    return [f'{name}: {fault}' for fault in faults + browser.complaints()]


def pages_of_both_institutions(browser, binary, folder):
    faults = []
    for name in reports.INSTITUTIONS:
        for language in ('nl', 'en'):
            made = reports.of_institution(binary, folder / f'{name}-{language}', name, '--students', language=language)
            for path in sample(made):
                faults += [f'{name} {fault}' for fault in looks_right(browser, path, language)]
    return faults


def students_own_page(browser, binary, folder):
    faults = []
    for language in ('nl', 'en'):
        made = reports.of_institution(binary, folder / language, 'hogeschool', '--role', 'student', '--students', language=language)
        if (made / 'index.html').exists():
            faults.append('a caseload beside pages that are for students')
        for path in sample(made):
            faults += looks_right(browser, path, language)
            if browser.run('return document.querySelectorAll("a[href]:not([href^=\'#\'])").length;') != 0:
                faults.append(f'{path.name}: a link to somebody else')
    return faults


def names_are_no_markup(browser, binary, folder):
    made = reports.hostile(binary, folder)
    faults = []
    for path in sorted(made.iterdir()):
        if not re.fullmatch(r'index\.html|student-\d{4}\.html', path.name):
            faults.append(f'a file {path.name}')
        faults += [f'{path.name}: {fault}' for fault in browser.open(path)]
        if browser.run('return document.querySelectorAll("script").length;') != (1 if path.name == 'index.html' else 0):
            faults.append(f'{path.name}: a script of somebody else')
        if browser.run('return document.querySelectorAll("b, i, img, svg[onload], style ~ style").length;') != 0:
            faults.append(f'{path.name}: text became markup')
    browser.open(made / 'student-0001.html')
    title = browser.run('return document.querySelector("h1").textContent;')
    if title != reports.HOSTILE_NAME.replace('\u202e', '\ufffd'):
        faults.append(f'the name is shown as {title!r}')
    for text in ('<img src=x onerror=alert(2)>', '</style><script>alert(3)</script>', '</title><script>alert(4)</script>'):
        if text not in browser.run('return document.body.textContent;'):
            faults.append(f'not shown as it is: {text}')
    return faults


def keyboard(browser, binary, folder):
    made = reports.of_institution(binary, folder / 'report', 'hogeschool', '--students')
    faults = browser.open(made / 'index.html')
    press(browser, Keys.TAB)
    if focused(browser) != 'skip':
        faults.append(f'the first stop is {focused(browser)}, not the skip link')
    if browser.run('return document.querySelector(".skip").getBoundingClientRect().left;') < 0:
        faults.append('the skip link stays out of sight')
    press(browser, Keys.ENTER)
    if focused(browser) != 'inhoud':
        faults.append(f'the skip link leads to {focused(browser)}')
    for _ in range(12):
        press(browser, Keys.TAB)
        if focused(browser) == 'filter-name':
            break
    if focused(browser) != 'filter-name':
        faults.append('the search box is not reached within twelve stops')
    outline = browser.run('return getComputedStyle(document.activeElement).outlineStyle;')
    if outline == 'none':
        faults.append('the focus can\'t be seen')
    everyone = browser.run('return document.querySelectorAll("[data-who]").length;')
    press(browser, 'bouz')  # the mentor, nobody's name
    said = browser.run('return document.getElementById("filter-found").textContent;')
    if said != '0 studenten gevonden':
        faults.append(f'nobody found is said as {said!r}')
    press(browser, Keys.ESCAPE)
    shown = 'return Array.from(document.querySelectorAll("[data-who]")).filter(function (e) { return e.offsetParent; }).length;'
    if browser.run(shown) != everyone:
        faults.append('Escape does not bring everyone back')
    name = browser.run('return document.querySelector("[data-who] .who bdi").textContent;')
    press(browser, name.upper())
    if browser.run(shown) < 1 or browser.run(shown) == everyone:
        faults.append(f'{browser.run(shown)} students shown for {name}')
    press(browser, Keys.ESCAPE, Keys.TAB)
    if focused(browser) != 'filter-group':
        faults.append(f'behind the search box comes {focused(browser)}')
    press(browser, Keys.ARROW_DOWN)
    groups = browser.run('return document.querySelectorAll("section[data-group]:not([hidden])").length;')
    if groups != 1:
        faults.append(f'{groups} groups shown of the one chosen')
    press(browser, Keys.TAB)
    link = browser.run('return document.activeElement.getAttribute("href");')
    if not (link or '').startswith('student-'):
        faults.append(f'behind the filter comes {link}')
    press(browser, Keys.ENTER)
    if not browser.driver.current_url.endswith(link or '-'):
        faults.append('Enter does not open the page of a student')
    return faults + browser.complaints()


def without_a_script_everything_is_there(browser, binary, folder):
    made = reports.of_institution(binary, folder / 'report', 'hogeschool')
    faults = browser.open(made / 'index.html')
    everyone = browser.run('return document.querySelectorAll("[data-who]").length;')
    browser.scripts(False)
    faults += browser.open(made / 'index.html')
    root = browser.tell('DOM.getDocument')['root']['nodeId']
    found = browser.tell('DOM.querySelectorAll', nodeId=root, selector='[data-who]:not([hidden])')['nodeIds']
    hidden = browser.tell('DOM.querySelectorAll', nodeId=root, selector='#filter[hidden]')['nodeIds']
    browser.scripts(True)
    if len(found) != everyone:
        faults.append(f'{len(found)} of {everyone} students')
    if len(hidden) != 1:
        faults.append('a filter that does nothing')
    return faults


def prints_on_a4(browser, binary, folder):
    made = reports.of_institution(binary, folder / 'report', 'hogeschool', '--students')
    faults = []
    for path in sample(made):
        faults += browser.open(path)
        pages = browser.printed_pages()
        most = CASELOAD_ON_PAPER if path.name == 'index.html' else STUDENT_ON_PAPER
        if not 1 <= pages <= most:
            faults.append(f'{path.name}: {pages} pages, at most {most}')
    return faults


CHECKS = [pages_of_both_institutions, students_own_page, names_are_no_markup, keyboard, without_a_script_everything_is_there,
          prints_on_a4]
