/** The bounds of an app's version, for whoever tells people of them. */

/** What the keys of an app asked is told of for so long. */
export const versionCallsDays = 30

/** For so long after an upgrade the app can go back. */
export const rollBackHours = 72
