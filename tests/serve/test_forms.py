"""What clients send is understood, or refused with the reason."""

from __future__ import annotations

import json
from typing import Any

import pytest
from starlette.exceptions import HTTPException

from mtqa.serve import forms
from mtqa.serve.jobs import CheckJob, FeedJob, LanguageToolJob
from mtqa.serve.limits import Limits
from mtqa.serve.offsets import Part

LIMITS = Limits(chars=100, feed=200)


def asked(**form: str) -> LanguageToolJob:
    return forms.languagetool({"language": "ro", "text": "Ana vine.", **form}, LIMITS, "")


def test_fields_come_from_the_body_and_from_the_address() -> None:
    found = forms.fields("language=ro&text=no", b"text=%C8%98i+acum%3F&level=picky")
    assert found == {"language": "ro", "text": "Și acum?", "level": "picky"}


@pytest.mark.parametrize("language", ["ro", "ro-RO", "RO", "ro_RO"])
def test_romanian_has_several_codes(language: str) -> None:
    assert asked(language=language).language == "ro"


def test_rules_and_categories_are_lists() -> None:
    job = asked(disabledRules="WHITESPACE_RULE, spacing.hyphen,", disabledCategories="TYPOS")
    assert job.disabled == {"WHITESPACE_RULE", "spacing.hyphen"}
    assert job.disabled_categories == {"TYPOS"}
    assert not job.only


def test_an_annotated_text_has_text_and_mark_up() -> None:
    data = {"annotation": [{"markup": "<p>", "interpretAs": "\n"}, {"text": "Ana"}]}
    job = forms.languagetool({"language": "auto", "data": json.dumps(data)}, LIMITS, "")
    assert job.parts == (Part("<p>", "\n", True), Part("Ana", "Ana"))


@pytest.mark.parametrize(
    ("form", "status", "why"),
    [
        ({"language": ""}, 400, "Missing 'language'"),
        ({"language": "en-US"}, 400, "use ro, ro-RO or auto"),
        ({"level": "strict"}, 400, "'default' or 'picky'"),
        ({"data": "{}"}, 400, "not both"),
        ({"enabledOnly": "true"}, 400, "must specify enabled"),
        ({"enabledOnly": "yes", "enabledRules": "a", "disabledRules": "b"}, 400, "cannot specify"),
        ({"text": "a" * 101}, 413, "limit of 100 characters (it's 101 characters)"),
    ],
)
def test_what_makes_no_sense_is_refused(form: dict[str, str], status: int, why: str) -> None:
    with pytest.raises(HTTPException) as caught:
        asked(**form)
    assert caught.value.status_code == status
    assert why in caught.value.detail


@pytest.mark.parametrize(
    "data", ["", "[]", '{"annotation": [{}]}', '{"annotation": [{"text": 1}]}']
)
def test_a_broken_annotation_is_refused(data: str) -> None:
    with pytest.raises(HTTPException, match="400"):
        forms.languagetool({"language": "ro", "data": data}, LIMITS, "")


def test_our_own_request_is_json() -> None:
    body = json.dumps({"target": "Ana vine.", "source": "Ana comes.", "profile": "quiet"}).encode()
    assert forms.own(body, CheckJob, LIMITS) == CheckJob(
        target="Ana vine.", source="Ana comes.", profile="quiet"
    )


@pytest.mark.parametrize(
    ("body", "status", "why"),
    [
        ({}, 400, "target"),
        ({"target": "Ana", "surse": "x"}, 400, "surse"),
        ({"target": "Ana", "profile": "loud"}, 400, "profile"),
        ({"target": "Ana", "target_lang": "de"}, 400, "target_lang"),
        ({"target": "Ana", "format": "pdf"}, 400, "format"),
        ({"target": "Ana", "reference": "a" * 101}, 413, "reference has 101"),
    ],
)
def test_a_request_that_is_none_is_refused(body: Any, status: int, why: str) -> None:
    with pytest.raises(HTTPException) as caught:
        forms.own(json.dumps(body).encode(), CheckJob, LIMITS)
    assert caught.value.status_code == status
    assert why in caught.value.detail


def test_a_feed_may_be_longer_than_an_article() -> None:
    assert forms.own(json.dumps({"target": "a" * 200}).encode(), FeedJob, LIMITS).source is None
