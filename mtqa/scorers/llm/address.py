"""Where a server is, whether anything may be sent there, and the key that goes along."""

from __future__ import annotations

import ipaddress
import os
from typing import Final
from urllib.parse import urlsplit, urlunsplit

from mtqa.errors import ConfigError

#: Where the key is read from, and the only host that it may go to, if that is set.
KEY: Final = "MTQA_LLM_KEY"
KEY_HOST: Final = "MTQA_LLM_HOST"
#: The service that keyrings have the key under; the user's name there is the host of the server.
SERVICE: Final = "mtqa"


def endpoint(url: str) -> str:
    """The address that requests go to.

    Raises:
        ConfigError: it is none, holds a password, or is neither HTTPS nor this machine.
    """
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        host, parts = None, urlsplit("")
    if parts.scheme not in ("http", "https") or not host:
        raise ConfigError(
            f"{url!r} is no address of a server; give one like http://localhost:11434/v1"
        )
    if parts.username or parts.password:
        raise ConfigError(f"the address of {host} holds a name or password; set {KEY} instead")
    if parts.scheme == "http" and not is_loopback(host):
        raise ConfigError(
            f"http://{host}: articles and key would travel in the clear; use https, or a server "
            "on this machine"
        )
    path = parts.path.rstrip("/") or "/v1"
    if not path.endswith("/chat/completions"):
        path += "/chat/completions"
    return urlunsplit((parts.scheme, parts.netloc, path, parts.query, ""))


def is_loopback(host: str) -> bool:
    """Whether a host is this machine, by its name or number alone."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def shown(url: str) -> str:
    """An address for people: without what may be secret in it."""
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc, parts.path, "", ""))


def key_for(url: str) -> str:
    """The key for a server: from the environment, or from the keyring under its host's name; empty
    if there is none.

    Raises:
        ConfigError: the key in the environment is meant for another host, or is no key.
    """
    host = urlsplit(url).hostname or ""
    key = os.environ.get(KEY, "").strip()
    only = os.environ.get(KEY_HOST, "").strip()
    if key and only and only.lower() != host:
        raise ConfigError(
            f"{KEY} is meant for {only} ({KEY_HOST}) and not for {host}; correct the address"
        )
    if key and not (key.isascii() and key.isprintable()):
        raise ConfigError(f"{KEY} is no key: it holds letters that no header can; set it anew")
    return key or _from_keyring(host)


def _from_keyring(host: str) -> str:
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        return ""
    try:
        return keyring.get_password(SERVICE, host) or ""
    except KeyringError:
        return ""
