"""Run by the Python that LibreOffice comes with: its own LanguageTool client checks a text.

``office.py PORT TEXT [BASE [USER KEY]]`` starts LibreOffice without a window under a profile of its
own, in the folder it is run in, with BASE as its LanguageTool server, and prints what its proofreader
says as JSON.
"""

import json
import subprocess
import sys
import time
from pathlib import Path
from xml.sax.saxutils import escape

SETTING = (
    '<item oor:path="/org.openoffice.Office.Linguistic/GrammarChecking/LanguageTool">'
    '<prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>'
)


def profile(folder, settings):
    (folder / "user").mkdir(parents=True)
    items = "".join(SETTING.format(name, escape(value)) for name, value in settings.items())
    (folder / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?><oor:items '
        'xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{items}</oor:items>',
        "utf-8",
    )


def connected(pipe):
    import uno
    from com.sun.star.connection import NoConnectException

    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.1)


def main():
    import uno  # noqa: F401
    from com.sun.star.lang import Locale

    pipe, text, base, *key = sys.argv[1:]
    settings = {"BaseURL": base, "IsEnabled": "true"}
    settings.update(zip(("Username", "ApiKey"), key, strict=False))
    folder = Path.cwd() / "profile"
    profile(folder, settings)
    office = subprocess.Popen(
        [
            "soffice", "--headless", "--nologo", "--nodefault", "--norestore",
            f"-env:UserInstallation={folder.as_uri()}", f"--accept=pipe,name={pipe};urp;",
        ]
    )  # fmt: skip
    try:
        context = connected(pipe)
        manager = context.ServiceManager
        checker = manager.createInstanceWithContext(
            "org.openoffice.lingu.LanguageToolGrammarChecker", context
        )
        romanian = Locale("ro", "RO", "")
        found = checker.doProofreading("document", text, romanian, 0, len(text), ())
        errors = [
            {
                "start": error.nErrorStart,
                "length": error.nErrorLength,
                "rule": error.aRuleIdentifier,
                "message": error.aFullComment,
                "short": error.aShortComment,
                "suggestions": list(error.aSuggestions),
                "properties": {one.Name: str(one.Value) for one in error.aProperties},
            }
            for error in found.aErrors
        ]
        print(json.dumps({"knows": checker.hasLocale(romanian), "errors": errors}))
        desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        desktop.terminate()
    finally:
        office.wait()


main()
