import { text } from '@sonaqor/ui/texts'

export const actions = text('Aktionen')
export const actionsFor = text('Aktionen für die Sitzung von {user}')
export const alreadyOver = text('Sie ist bereits beendet')
export const app = text('App')
export const appearanceTab = text('Darstellung')
export const byKey = text('mit {key}')
export const checkConnection = text('Prüfen Sie die Verbindung und versuchen Sie es erneut.')
export const clearFilters = text('Filter zurücksetzen')
export const doctorTab = text('Diagnose')
export const embeds = text('Einbettungen')
export const embedsPurpose = text(
  'Was Websites von Partnern von Sonaqor zeigen, wem sie es zeigen und wie es aussieht.',
)
export const ended = text('Beendet')
export const ends = text('Endet')
export const endsWhen = text('endet {when}')
export const entered = text('Betreten')
export const howToEmbed = text('So betten Sie ein Modul ein')
export const key = text('Geöffnet mit')
export const keyHint = text('Endet dieser Schlüssel, endet auch die Sitzung.')
export const lastSeen = text('Zuletzt gesehen')
export const live = text('Aktiv')
export const locked = text('Eingeschränkt')
export const lockedMasked = text('Personenbezogene Felder werden nicht gezeigt.')
export const lockedTitle = text('Auf bestimmte Kunden eingeschränkt')
export const lockedToNamed = text(
  '{count, plural, one {Nur der Kunde {names}.} other {Nur die # Kunden {names}.}}',
)
export const lockedToRegions = text(
  '{count, plural, one {Nur Kunden der Region {names}.} other {Nur Kunden der Regionen {names}.}}',
)
export const lockedToSome = text(
  '{count, plural, one {Nur # Kunde, den Sie nicht sehen dürfen.} other {Nur # Kunden, die Sie nicht sehen dürfen.}}',
)
export const lockedUnknown = text('Der Server setzt das durch; die Seite erfährt davon nichts.')
export const moreNames = text('und {count} weitere')
export const never = text('Nie')
export const noSessions = text('Noch keine Embed-Sitzungen')
export const noSessionsDetail = text(
  'Jede Seite, die der Server eines Partners mit einem API-Schlüssel öffnet, steht hier – und wer sie benutzt.',
)
export const nobodyNamed = text('Niemand genannt')
export const noneFound = text('Keine passende Sitzung')
export const noneFoundDetail = text('Suchen Sie nach weniger oder wählen Sie einen anderen Status.')
export const notEntered = text('Noch nicht betreten')
export const notEnteredHint = text(
  'Ihr Geheimnis lässt eine Seite einmal ein, innerhalb einer Minute.',
)
export const notOpened = text('Konnte nicht geöffnet werden')
export const openSession = text('Sitzung von {user}')
export const opened = text('Geöffnet')
export const origins = text('Darf stehen auf')
export const originsHint = text(
  'Eine Adresse, die der App genommen wird, verliert auch die Sitzung.',
)
export const overWhen = text('zu Ende {when}')
export const page = text('Seite')
export const readsOnly = text('nur lesend')
export const readsOnlyBecause = text('Ohne Benutzer kann die Sitzung nur lesen.')
export const revoke = text('Widerrufen')
export const revokeIsFinal = text(
  'Das lässt sich nicht rückgängig machen. Der Server des Partners kann neue Sitzungen öffnen, solange sein Schlüssel aktiv ist.',
)
export const revokeOfAppEffect = text(
  'Jede offene Seite von {app} zeigt sofort, dass ihre Sitzung zu Ende ist – bei allen, die sie benutzen.',
)
export const revokeOfAppEllipsis = text('Alle von {app} widerrufen …')
export const revokeOfAppTitle = text('Alle Sitzungen von {app} widerrufen?')
export const revokeOfUserEffect = text(
  'Jede offene Seite von {app}, die {user} benutzt, zeigt sofort, dass ihre Sitzung zu Ende ist.',
)
export const revokeOfUserEllipsis = text('Alle von {user} widerrufen …')
export const revokeOfUserTitle = text('Alle Sitzungen von {user} widerrufen?')
export const revokeSession = text('Sitzung widerrufen')
export const revokeSessionEffect = text(
  'Die Seite zeigt sofort, dass ihre Sitzung zu Ende ist, und nichts öffnet sich ihr mehr.',
)
export const revokeSessionEllipsis = text('Sitzung widerrufen …')
export const revokeSessionTitle = text('Sitzung von {user} widerrufen?')
export const revokeSessions = text('Sitzungen widerrufen')
export const revoked = text('Widerrufen')
export const scopes = text('Berechtigungen')
export const searchSessions = text('Nach Benutzer oder Schlüssel suchen')
export const seeEmbeds = text('Embed-Sitzungen zu sehen')
export const session = text('Sitzung')
export const sessionId = text('Sitzungs-ID')
export const sessionsPurpose = text(
  'Seiten von Partnern, die gerade offen sind oder es waren: wer davor sitzt, wo und bis wann.',
)
export const sessionsShown = text('{count, plural, one {# Sitzung} other {# Sitzungen}}')
export const sessionsTab = text('Sitzungen')
export const showDetails = text('Details anzeigen')
export const state = text('Status')
export const tableOfSessions = text('Embed-Sitzungen')
export const user = text('Benutzer')
export const userRef = text('Referenz des Benutzers')
export const views = text('Ansichten')
export const wasEnded = text('Wurde beendet')
export const wereRevoked = text(
  '{count, plural, =0 {Keine Sitzung war aktiv} one {# Sitzung widerrufen} other {# Sitzungen widerrufen}}',
)
