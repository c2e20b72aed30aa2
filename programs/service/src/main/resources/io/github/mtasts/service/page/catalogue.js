// What the program knows of verdicts, issues and its settings, filled in when the page is served.

/** The meaning of each verdict. */
export const VERDICTS = {{verdicts}};

/** The family of each issue code, which is the section that shows it. */
export const FAMILIES = {{families}};

/** The most seconds that a check takes. */
export const TIMEOUT = {{timeout}};
