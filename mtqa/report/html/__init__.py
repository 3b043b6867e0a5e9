"""The report for an editor: one self-contained HTML file, offline, with no build step.

``render`` puts it together; ``data`` turns reports into what the page's script reads, ``rows``
lays source and target side by side, ``safe`` keeps article text from acting, ``words`` is the
interface in both languages. ``assets/`` holds the style and the script, ``templates/`` the page.
"""
