"""An article in, its issues out: the shortest way, and the way for many articles."""

import mtqa
from mtqa.config import Checks

SOURCE = "The council bought 12 ambulances for 4.8 million euros. Nobody objected."
TARGET = "Consiliul a cumpărat 12 ambulanțe cu 4,9 milioane de euro. Nimeni nu s -a opus."


def main() -> None:
    """Print the issues of an article, then correct what has a suggestion."""
    report = mtqa.check_article(TARGET, SOURCE, source_lang="en")
    print(f"{report.verdict}, quality {report.quality:.1f}")
    for issue in report.issues:
        assert TARGET[issue.start : issue.end] == issue.text  # offsets are code points
        print(f"{issue.severity:8}  {issue.text!r} -> {issue.suggestion!r}  {issue.message}")
    print(corrected(TARGET, report.issues))

    # one checker for many articles: options are typed, and a misspelt one is an error
    checker = mtqa.Checker(mtqa.Config(profile="quiet", checks=Checks(ignore=("casing",))))
    for number, text in enumerate((TARGET, "Trump l -a acuzat pe Putin.")):
        report = checker.check(mtqa.Article(str(number), text))
        print(number, [issue.check for issue in report.issues])


def corrected(text: str, issues: tuple[mtqa.Issue, ...]) -> str:
    """The text with every suggestion in its place, from the end so that offsets stay true."""
    for issue in reversed(issues):
        if issue.suggestion is not None:
            text = text[: issue.start] + issue.suggestion + text[issue.end :]
    return text


if __name__ == "__main__":
    main()
