"""Builds and measures ``models/mtqa-ro-core``, the Romanian spaCy pipeline.

``treebank`` reads, ``tags`` brings MSD tags to Universal Dependencies, ``trees`` brings trees of
version 1 to version 2, ``corpus`` puts it all together, ``train`` trains and packs, ``evaluate``
measures.
"""
