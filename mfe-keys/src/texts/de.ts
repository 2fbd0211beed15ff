import { text } from '@sonaqor/module/texts'

export const actions = text('Aktionen')
export const actionsFor = text('Aktionen für {label}')
export const active = text('Aktiv')
export const alreadyExpired = text('Er ist abgelaufen und gilt nicht mehr.')
export const alreadyRevoked = text('Er wurde bereits widerrufen.')
export const apiKey = text('API-Schlüssel')
export const apiKeys = text('API-Schlüssel')
export const app = text('App')
export const appHint = text('Der Schlüssel gilt nur in der Umgebung seiner App.')
export const appIn = text('{app} ({environment, select, production {Produktion} other {Sandbox}})')
export const byLabel = text('Nach Bezeichnung')
export const byPerson = text('von {person}')
export const cancel = text('Abbrechen')
export const cannotComeBack = text(
  'Ein widerrufener Schlüssel lässt sich nicht wiederherstellen. Er bleibt in dieser Liste, und seine Anfragen bleiben in den Protokollen.',
)
export const changeApps = text('Apps anlegen und ändern')
export const changeKeys = text('API-Schlüssel ausstellen und widerrufen')
export const changeProjects = text('Projekte anlegen und ändern')
export const checkingUse = text('Es wird geprüft, ob der Schlüssel verwendet wird …')
export const chooseApp = text('die App des Schlüssels zu wählen')
export const clearFilters = text('Filter zurücksetzen')
export const days = text('{count, plural, one {# Tag} other {# Tage}}')
export const discard = text('Verwerfen')
export const discardEntered = text('Eingaben verwerfen?')
export const done = text('Fertig')
export const expired = text('Abgelaufen')
export const expiredNews = text('Abgelaufen: {when}.')
export const expiresAt = text('Läuft ab: {when}')
export const expiry = text('Ablauf')
export const firstCall = text('Erster Aufruf')
export const goToProjects = text('Zu den Projekten')
export const heldLeave = text('Ich habe ihn gespeichert')
export const heldQuestion = text(
  'Dieser Schlüssel wird nur einmal angezeigt. Haben Sie ihn gespeichert?',
)
export const howKeysCome = text(
  'Stellen Sie einen Schlüssel aus und verwenden Sie ihn auf einem Ihrer Server. Seine Anfragen erscheinen dann in den Protokollen.',
)
export const inUse = text('Dieser Schlüssel wird verwendet')
export const issueKey = text('Schlüssel ausstellen')
export const issueKeys = text('API-Schlüssel auszustellen')
export const issued = text('Ausgestellt')
export const issuedBy = text('Ausgestellt von')
export const keepKey = text('Schlüssel behalten')
export const key = text('Schlüssel')
export const keyElsewhere = text(
  'Dieser Schlüssel gehört zur {environment, select, production {Produktion} other {Sandbox}}',
)
export const keyId = text('Schlüssel-ID')
export const keyIdToCopy = text('Schlüssel-ID')
export const keyInEnvironment = text('Schlüssel in SONAQOR_KEY')
export const keyIssued = text('API-Schlüssel ausgestellt')
export const keysShown = text('{count, plural, one {# Schlüssel} other {# Schlüssel}}')
export const label = text('Bezeichnung')
export const labelHint = text('Wofür er verwendet wird, damit Sie ihn später wiedererkennen.')
export const labelMissing = text('Geben Sie an, wofür der Schlüssel verwendet wird.')
export const lastRequestCame = text('Seine letzte Anfrage: {when}.')
export const lastUsed = text('Zuletzt verwendet')
export const lastUsedFirst = text('Zuletzt verwendete zuerst')
export const loadingForm = text('Formular wird geladen …')
export const lookAtRequests = text(
  'Suchen Sie in den Logs nach seinen Anfragen, bevor Sie ihn widerrufen.',
)
export const moreScopes = text('+{count, number} weitere')
export const never = text('Nie')
export const neverUsed = text('Noch keine Anfrage mit ihm authentifiziert')
export const newestFirst = text('Neueste zuerst')
export const nextIsRefused = text('Seine nächste Anfrage wird abgelehnt.')
export const noAppTitle = text('Noch keine App für einen Schlüssel')
export const noAppWords = text(
  'Ein Schlüssel gehört zu einer App. Legen Sie zuerst eine unter „Projekte“ an.',
)
export const noExpiry = text('Läuft nicht ab; gilt bis zum Widerruf')
export const noKeyMatches = text('Keine Schlüssel entsprechen den Filtern')
export const noKeysYet = text('Noch keine Schlüssel')
export const noRequestsYet = text('Mit diesem Schlüssel wurden noch keine Anfragen gestellt.')
export const notAllApps = text(
  'Es werden die ersten {count, number} Apps angezeigt. Für eine andere App stellen Sie den Schlüssel über die API aus.',
)
export const notInUse = text('Dieser Schlüssel wurde noch nie verwendet')
export const notOpened = text('Das konnte nicht geöffnet werden')
export const notOpenedBecause = text(
  'Ein Teil der Seite konnte nicht geladen werden. Versuchen Sie es gleich noch einmal.',
)
export const nothingBreaks = text('Bisher war keine Anfrage auf ihn angewiesen.')
export const ofApps = text('Apps')
export const ofAudit = text('Audit-Protokoll')
export const ofCustomers = text('Kunden')
export const ofEmbeds = text('Einbettung')
export const ofKeys = text('API-Schlüssel')
export const ofLogs = text('Protokolle')
export const ofProjects = text('Projekte')
export const ofTransactions = text('Transaktionen')
export const oneYear = text('1 Jahr')
export const openEmbeds = text('Embed-Sitzungen für die Website eines Partners erstellen')
export const openKey = text('{label} öffnen')
export const opensNothing = text(
  'Jede Anfrage mit ihm wird abgelehnt. Seine früheren Anfragen bleiben in den Protokollen.',
)
export const order = text('Reihenfolge')
export const otherShown = text(
  'Sie sehen gerade die {environment, select, production {Sandbox} other {Produktion}}. Verwalten können Sie den Schlüssel nur in {environment, select, production {der Produktion} other {der Sandbox}}.',
)
export const productionKey = text(
  'Es ist ein Produktionsschlüssel: Laufende Vorgänge können von ihm abhängen.',
)
export const purpose = text(
  'Mit einem Schlüssel ruft einer Ihrer Server die Partner-API im Namen einer App auf.',
)
export const refusedFromNext = text(
  'Bereits die nächste Anfrage mit {hint} wird abgelehnt. Anwendungen, die den Schlüssel noch verwenden, funktionieren dann nicht mehr.',
)
export const revokeEllipsis = text('Widerrufen …')
export const revokeKey = text('Schlüssel widerrufen')
export const revokeTitle = text('„{label}“ widerrufen?')
export const revoked = text('Widerrufen')
export const revokedNews = text('Widerrufen: {when}.')
export const scopes = text('Berechtigungen')
export const scopesChosen = text('{count, number} von {all, number} gewählt')
export const scopesHint = text(
  'Erteilen Sie nur, was nötig ist. Sie können nur Berechtigungen erteilen, die Sie selbst haben.',
)
export const scopesMissing = text('Wählen Sie mindestens eine Berechtigung.')
export const searchAudit = text('Das Audit-Protokoll durchsuchen und prüfen')
export const searchKeys = text('Schlüssel suchen')
export const secretWarning = text(
  'Kopieren Sie den Schlüssel jetzt und speichern Sie ihn bei den übrigen Zugangsdaten Ihres Servers. Er wird nur einmal angezeigt: Wir speichern nur einen Hash und können ihn nicht erneut anzeigen.',
)
export const seeApps = text('Apps und ihre Einstellungen sehen')
export const seeCustomers = text('Kundendaten sehen, auch in Protokollen')
export const seeKeys = text('API-Schlüssel zu sehen')
export const seeKeysOnly = text('API-Schlüssel sehen, nie ihre Geheimnisse')
export const seeLogs = text('Die Anfragen sehen, die mit API-Schlüsseln gestellt werden')
export const seeProjects = text('Projekte sehen')
export const sendCustomers = text('Kundendaten übermitteln')
export const sendTransactions = text('Transaktionen übermitteln')
export const showDetails = text('Details anzeigen')
export const showRequests = text('Anfragen anzeigen')
export const shownPartOfKey = text('sichtbarer Teil des Schlüssels')
export const state = text('Status')
export const storedSafely = text('Ich habe den Schlüssel kopiert und sicher gespeichert')
export const switchEnvironment = text(
  '{environment, select, production {Zur Produktion} other {Zur Sandbox}} wechseln',
)
export const tableOfKeys = text('API-Schlüssel')
export const typeLabel = text('Geben Sie zur Bestätigung „{label}“ ein')
export const typedWrong = text('Das stimmt nicht mit der Bezeichnung des Schlüssels überein.')
export const untilRevoked = text('Bis er widerrufen wird')
export const usageUnknown = text('Ob der Schlüssel verwendet wird, ließ sich nicht prüfen')
export const validFor = text('Gültigkeit')
export const wasRevoked = text('„{label}“ wurde widerrufen')
export const whatItMayDo = text('Berechtigungen')
export const widerFilters = text(
  'Entfernen Sie einen Filter oder versuchen Sie einen anderen Suchbegriff.',
)
