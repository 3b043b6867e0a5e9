"""The desk's tables, one script per version; a script once released is never changed."""

from __future__ import annotations

#: "mtqa" in ASCII: marks a database as ours (``PRAGMA application_id``).
APPLICATION = 0x6D747161

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE articles (
        id INTEGER PRIMARY KEY,
        key TEXT NOT NULL UNIQUE,           -- name and path: which article a new report speaks of
        rank INTEGER NOT NULL,              -- the queue's order: the worst first
        issues INTEGER NOT NULL DEFAULT 0,
        open INTEGER NOT NULL DEFAULT 0,
        finished INTEGER NOT NULL DEFAULT 0,
        version INTEGER NOT NULL DEFAULT 0,
        revision INTEGER NOT NULL,
        quality REAL NOT NULL,
        words INTEGER NOT NULL,
        verdict TEXT NOT NULL,
        digest TEXT NOT NULL,
        name TEXT NOT NULL,
        path TEXT,
        feed TEXT NOT NULL,
        entry INTEGER NOT NULL,             -- whether it is an entry of a feed
        title TEXT NOT NULL,
        source_lang TEXT,
        -- what is long comes last, so that counting and listing never read it
        segments TEXT NOT NULL,
        target TEXT NOT NULL,               -- the text of this revision
        source TEXT,
        folded TEXT NOT NULL                -- for searching: name and text, no case, no diacritics
    );
    CREATE INDEX articles_by_rank ON articles (rank DESC, id);
    CREATE INDEX articles_by_feed ON articles (feed);

    CREATE TABLE revisions (
        article INTEGER NOT NULL REFERENCES articles,
        number INTEGER NOT NULL,
        target TEXT NOT NULL,
        PRIMARY KEY (article, number)
    );

    CREATE TABLE issues (
        id INTEGER PRIMARY KEY,
        article INTEGER NOT NULL REFERENCES articles,
        fingerprint TEXT NOT NULL,
        origin TEXT NOT NULL CHECK (origin IN ('check', 'editor')),
        revision INTEGER NOT NULL,          -- the text that start and end refer to
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        born INTEGER NOT NULL,              -- the text in which it was first seen, and where
        born_start INTEGER NOT NULL,
        born_end INTEGER NOT NULL,
        "check" TEXT NOT NULL,
        category TEXT NOT NULL,
        severity TEXT NOT NULL,
        text TEXT NOT NULL,
        message TEXT NOT NULL,
        message_ro TEXT NOT NULL,
        suggestion TEXT,
        confidence REAL NOT NULL,
        source_start INTEGER,
        source_end INTEGER,
        state TEXT NOT NULL DEFAULT 'open'
            CHECK (state IN ('open', 'accepted', 'dismissed', 'applied', 'edited', 'gone')),
        reason TEXT NOT NULL DEFAULT '',
        replacement TEXT,
        comment TEXT NOT NULL DEFAULT '',
        glossary TEXT NOT NULL DEFAULT '' CHECK (glossary IN ('', 'name', 'term')),
        version INTEGER NOT NULL DEFAULT 0
    );
    CREATE INDEX issues_by_article ON issues (article, revision, start);
    CREATE INDEX issues_by_check ON issues ("check", state);
    CREATE INDEX issues_by_glossary ON issues (glossary) WHERE glossary != '';
    CREATE INDEX issues_by_category ON issues (category, article);

    CREATE TABLE events (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL,
        editor TEXT NOT NULL,
        "window" TEXT NOT NULL,
        article INTEGER NOT NULL REFERENCES articles,
        issue INTEGER REFERENCES issues,
        kind TEXT NOT NULL,
        before TEXT NOT NULL,
        after TEXT NOT NULL,
        undoes INTEGER REFERENCES events,
        request TEXT UNIQUE
    );
    CREATE INDEX events_by_article ON events (article, id);
    CREATE INDEX events_by_issue ON events (issue, id);
    CREATE UNIQUE INDEX events_undone_once ON events (undoes) WHERE undoes IS NOT NULL;
    CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events
        BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
    CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON events
        BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
    """,
    """
    ALTER TABLE articles ADD COLUMN assigned TEXT NOT NULL DEFAULT '';  -- the editor's name
    ALTER TABLE articles ADD COLUMN added TEXT NOT NULL DEFAULT '';     -- when it came to the desk
    ALTER TABLE issues ADD COLUMN alternatives TEXT NOT NULL DEFAULT '[]';
    -- the words of the source that an issue points to
    ALTER TABLE issues ADD COLUMN told TEXT NOT NULL DEFAULT '';
    UPDATE issues SET told = COALESCE((
        SELECT substr(source, source_start + 1, source_end - source_start) FROM articles
        WHERE articles.id = issues.article), '') WHERE source_start IS NOT NULL;
    CREATE INDEX issues_by_told ON issues (told) WHERE told != '';
    CREATE INDEX articles_by_assigned ON articles (assigned);
    CREATE INDEX issues_by_text ON issues (text);
    """,
)
