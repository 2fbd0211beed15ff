import { text } from '@sonaqor/module/texts'

export const asTable = text('Tabelle')
export const breakdown = text('Aufschlüsselung')
export const commonestAlone = text('Nur die {count, number} häufigsten stehen hier.')
export const countedAt = text('Stand: {at}')
export const countAgain = text('Erneut zählen')
export const countedNoFurther = text(
  'Gezählt ab {when}. Weiter zurück zu zählen dauert zu lange: Wählen Sie einen kürzeren Zeitraum, oder suchen Sie nach dem, was weniger Anfragen gemeinsam haben.',
)
export const countedSince = text(
  'Gezählt ab {when}. Frühere Anfragen sind nicht gezählt, weil das lange dauert.',
)
export const countFurther = text('Weiter zurück zählen')
export const countingFurther = text('Bisher gezählt ab {when}, es wird weiter zurück gezählt.')
export const deleteForGood = text('Endgültig löschen')
export const deleteIt = text('Löschen')
export const deleteNamed = text('{name} löschen')
export const fewer = text('Weniger')
export const groupCounted = text('{group} {count, number}')
export const howToZoom = text(
  'Ziehen Sie, um hineinzuzoomen. Mit der Tastatur: Pfeiltasten wählen einen Balken, mit Umschalt mehrere, Enter zoomt.',
)
export const manageViews = text('Ansichten verwalten')
export const manageViewsAsked = text('Ansichten verwalten …')
export const meantEarlier = text('{meant}: Neueste anzeigen, vom {day}')
export const meantInstead = text(
  '{kind, select, key {Anfragen des Schlüssels {name}} app {Anfragen der App {name}} imported {Importierte Anfragen} exact {Pfad ist {name}} line {Methode ist {method}, Pfad ist {name}} status {Status ist {name}} network {Von {name}} other {Pfad enthält {name}}}',
)
export const more = text('{count, number} weitere')
export const moreActs = text('Aktionen')
export const moreForThese = text('Aktionen zu diesen Anfragen')
export const noViews = text('Es ist noch keine Ansicht gespeichert.')
export const notCounted = text('Die Anfragen konnten nicht gezählt werden.')
export const ofNewest = text('der neuesten {count, number}')
export const ownViews = text('Ihre Ansichten')
export const path = text('Pfad')
export const rename = text('Umbenennen')
export const renameView = text('{name} umbenennen')
export const requestsAtLeast = text(
  '{count, plural, =0 {Bisher keine} one {Mindestens # Anfrage} other {Mindestens # Anfragen}}',
)
export const requestsAtLeastIn = text(
  '{when}: {count, plural, =0 {keine Anfrage} one {# Anfrage} other {# Anfragen}}, {refused, number} abgelehnt, {failed, number} fehlgeschlagen; frühere sind nicht gezählt',
)
export const requestsIn = text(
  '{when}: {count, plural, one {# Anfrage} other {# Anfragen}}, {refused, number} abgelehnt, {failed, number} fehlgeschlagen',
)
export const requestsOverTime = text('Anfragen im Zeitverlauf')
export const resetZoom = text('Zoom zurücksetzen')
export const saveView = text('Ansicht speichern')
export const saveViewAsked = text('Diese Ansicht speichern …')
export const share = text('Teilen')
export const shareNamed = text('{name} mit dem Team teilen')
export const shareView = text('Mit dem Team teilen')
export const sharedByTeam = text('Geteilt')
export const showNewest = text('Neueste anzeigen, vom {day}')
export const sinceThen = text('Gezählt ab {when}, wie im Diagramm.')
export const spanNotCounted = text(
  'Höchstens hundert Jahre werden auf einmal gezählt. Wählen Sie einen kürzeren Zeitraum.',
)
export const stretchOfTime = text('Zeitabschnitt')
export const teamsViews = text('Mit dem Team geteilt')
export const uncounted = text('Nicht gezählt')
export const uncountedIn = text('{when}: nicht gezählt')
export const unshare = text('Nicht mehr teilen')
export const unshareNamed = text('{name} nicht mehr teilen')
export const viewName = text('Name')
export const viewNameHint = text('Sie enthält Suche, Filter und Zeitraum.')
export const viewNameMissing = text('Geben Sie der Ansicht einen Namen.')
export const viewOf = text('{name}, von {maker}')
export const viewSaved = text('Ansicht {name} gespeichert')
export const views = text('Ansichten')
