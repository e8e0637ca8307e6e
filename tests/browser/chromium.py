"""A headless Chromium as the tests use it: what a page asked for, what it complained of, its accessibility, its print."""
import base64
import json
import pathlib
import re

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

AXE = pathlib.Path(__file__).parent / 'node_modules' / 'axe-core' / 'axe.min.js'
RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']


class Chromium:
    def __init__(self, program, driver, profile):
        options = Options()
        options.binary_location = program
        for argument in ('--headless=new', '--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--no-first-run',
                         '--disable-background-networking', '--disable-component-update', '--hide-scrollbars',
                         '--force-device-scale-factor=1', f'--user-data-dir={profile}'):
            options.add_argument(argument)
        options.set_capability('goog:loggingPrefs', {'performance': 'ALL', 'browser': 'ALL'})
        self.driver = webdriver.Chrome(service=Service(driver), options=options)
        self.driver.set_page_load_timeout(60)
        self.size(1000, 1400)
        self.axe = AXE.read_text(encoding='utf-8')

    def close(self):
        self.driver.quit()

    def tell(self, command, **arguments):
        return self.driver.execute_cdp_cmd(command, arguments)

    def size(self, width, height):
        self.tell('Emulation.setDeviceMetricsOverride', width=width, height=height, deviceScaleFactor=1, mobile=False)

    def scheme(self, name):
        self.tell('Emulation.setEmulatedMedia', features=[{'name': 'prefers-color-scheme', 'value': name}])

    def scripts(self, on):
        self.tell('Emulation.setScriptExecutionDisabled', value=not on)

    def open(self, path):
        """Opens a file; returns what is wrong with the opening itself."""
        for log in ('performance', 'browser'):
            self.driver.get_log(log)
        self.driver.get(pathlib.Path(path).resolve().as_uri())
        return self.complaints()

    def complaints(self):
        """Since the last look: what the console says, and requests that are not for a file."""
        found = [f'console: {entry["message"]}' for entry in self.driver.get_log('browser')]
        for entry in self.driver.get_log('performance'):
            message = json.loads(entry['message'])['message']
            if message['method'] != 'Network.requestWillBeSent':
                continue
            url = message['params']['request']['url']
            if not url.startswith('file:'):
                found.append(f'a request for {url[:200]}')
        return found

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def violations(self, rules=None):
        """What axe-core finds by `rules`, else by all of WCAG 2.1 AA, with everything on the page opened."""
        self.run('document.querySelectorAll("details").forEach(function (part) { part.open = true; });')
        self.run(self.axe)
        result = self.driver.execute_async_script(
            'var done = arguments[1];'
            'axe.run(document, {runOnly: arguments[0], preload: false, resultTypes: ["violations"]})'
            '.then(done, function (error) { done({violations: [{id: "axe", help: String(error), nodes: []}]}); });',
            {'type': 'rule', 'values': rules} if rules else {'type': 'tag', 'values': RULES})
        return [f'{one["id"]}: {one["help"]}: ' + '; '.join(node['html'][:160] for node in one['nodes'][:3])
                for one in result['violations']]

    def printed_pages(self):
        """Of the page on A4, as its own style says."""
        printed = self.tell('Page.printToPDF', preferCSSPageSize=True, printBackground=False)
        return len(re.findall(rb'/Type\s*/Page\b', base64.b64decode(printed['data'])))
