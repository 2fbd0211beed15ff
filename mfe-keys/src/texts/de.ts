import { text } from '@sonaqor/module/texts'

export const actions = text('Aktionen')
export const actionsFor = text('Aktionen für {label}')
export const active = text('Aktiv')
export const addressesWrong = text(
  'Geben Sie IPv4- oder IPv6-Adressen oder -Bereiche an, etwa 203.0.113.0/24; höchstens 50.',
)
export const agentUnknown = text('Nicht genannt')
export const allKeys = text('Alle Schlüssel')
export const allowedAddresses = text('Erlaubte Adressen')
export const allowedAddressesHint = text(
  'Optional. IP-Adressen oder CIDR-Bereiche, je Zeile einer; ohne Angabe gilt der Schlüssel von überall.',
)
export const alreadyExpired = text('Der Schlüssel ist abgelaufen und gilt nicht mehr.')
export const alreadyRevoked = text('Der Schlüssel wurde bereits widerrufen.')
export const apiDocumentation = text('API-Dokumentation')
export const apiKey = text('API-Schlüssel')
export const apiKeys = text('API-Schlüssel')
export const app = text('App')
export const appHint = text('Der Schlüssel gilt nur in der Umgebung seiner App.')
export const appIn = text('{app} ({environment, select, production {Produktion} other {Sandbox}})')
export const asBefore = text('Wie bisher, bis {when}')
export const asBeforeUnending = text('Wie bisher, bis zum Widerruf')
export const bothRefusedFromNext = text(
  'Bereits die nächste Anfrage mit {new} und mit dem alten Geheimnis {old} wird abgelehnt. Anwendungen, die eines von beiden noch verwenden, funktionieren dann nicht mehr.',
)
export const byLabel = text('Nach Bezeichnung')
export const byPerson = text('von {person}')
export const cancel = text('Abbrechen')
export const cannotComeBack = text(
  'Ein widerrufener Schlüssel lässt sich nicht wiederherstellen. Er bleibt in dieser Liste sichtbar, und seine Anfragen bleiben in den Protokollen.',
)
export const changeApps = text('Apps anlegen und ändern')
export const changeKeys = text('API-Schlüssel ausstellen und widerrufen')
export const changeProjects = text('Projekte anlegen und ändern')
export const changeWebhooks = text('Webhook-Endpunkte anlegen und ändern, Ereignisse erneut senden')
export const charactersOf = text('{count, number} von {most, number} Zeichen')
export const checkingUse = text('Es wird geprüft, ob der Schlüssel verwendet wird …')
export const chooseApp = text('die App des Schlüssels zu wählen')
export const clearFilters = text('Filter zurücksetzen')
export const close = text('Schließen')
export const countedUntil = text('Stand: {when}.')
export const cutOff = text('Von hier aus würde die nächste Anfrage abgelehnt')
export const discard = text('Verwerfen')
export const discardEntered = text('Eingaben verwerfen?')
export const done = text('Fertig')
export const endDate = text('Endet am')
export const endOldEllipsis = text('Altes Geheimnis jetzt beenden …')
export const endOldElsewhere = text('Altes Geheimnis in neuem Fenster beenden …')
export const endOldSecret = text('Altes Geheimnis beenden')
export const endOldTitle = text('Altes Geheimnis von „{label}“ beenden?')
export const endpoint = text('Endpunkt')
export const endsAt = text('Er gilt bis {when}.')
export const endsOldNow = text(
  'Bereits die nächste Anfrage mit {old} wird abgelehnt. {new} gilt weiter.',
)
export const endsOnItsOwn = text('Erst wenn es von selbst endet')
export const endStrange = text('Geben Sie ein Datum mit Uhrzeit an, das in der Zukunft liegt.')
export const errorShare = text('{share} Fehler')
export const endsWithin = text('Endet in den nächsten {days, number} Tagen')
export const expired = text('Abgelaufen')
export const expiredNews = text('Der Schlüssel ist {when} abgelaufen.')
export const expiresAt = text('Läuft {when} ab')
export const expiry = text('Ablauf')
export const firstCall = text('Erster Aufruf')
export const fromAddress = text('von {ip}')
export const goToProjects = text('Zu den Projekten')
export const heldLeave = text('Ja, ich habe ihn aufbewahrt')
export const heldQuestion = text(
  'Dieser Schlüssel wird nur einmal angezeigt. Haben Sie ihn aufbewahrt?',
)
export const howKeysCome = text(
  'Stellen Sie einen Schlüssel aus und verwenden Sie ihn auf einem Ihrer Server. Die Anfragen erscheinen dann in den Protokollen.',
)
export const ifUnused = text('wenn es bis dahin niemand verwendet')
export const inDays = text('In {count, plural, one {# Tag} other {# Tagen}}')
export const inOneYear = text('In 1 Jahr')
export const inUse = text('Dieser Schlüssel wird verwendet')
export const ipAddress = text('IP-Adresse')
export const issueKey = text('Schlüssel ausstellen')
export const issueKeys = text('API-Schlüssel auszustellen')
export const issued = text('Ausgestellt')
export const issuedBy = text('Ausgestellt von')
export const keepBoth = text('Beide behalten')
export const keepKey = text('Schlüssel behalten')
export const key = text('Schlüssel')
export const keyElsewhere = text(
  'Dieser Schlüssel gehört zur {environment, select, production {Produktion} other {Sandbox}}',
)
export const keyId = text('Schlüssel-ID')
export const keyIdToCopy = text('Schlüssel-ID')
export const keyInEnvironment = text(
  'Legen Sie den Schlüssel zuerst in {variable} ab; der Befehl liest ihn von dort.',
)
export const keyIssued = text('API-Schlüssel ausgestellt')
export const keyRotated = text('Schlüssel rotiert')
export const keysShown = text('{count, plural, one {# Schlüssel} other {# Schlüssel}}')
export const keyUsage = text('Nutzung der Schlüssel')
export const label = text('Bezeichnung')
export const labelHint = text(
  'Der Verwendungszweck, damit Sie den Schlüssel später wiedererkennen.',
)
export const labelMissing = text('Geben Sie an, wofür der Schlüssel verwendet wird.')
export const lastRequestCame = text('Die letzte Anfrage wurde {when} akzeptiert.')
export const lastRotated = text('Rotiert')
export const lastSeen = text('Zuletzt gesehen')
export const lastSevenDays = text('Letzte 7 Tage, UTC')
export const lastUsed = text('Zuletzt akzeptiert')
export const lastUsedFirst = text('Zuletzt verwendete zuerst')
export const loadingForm = text('Formular wird geladen …')
export const lookAtRequests = text(
  'Prüfen Sie vor dem Widerruf in den Protokollen, ob Anfragen mit diesem Schlüssel eingehen.',
)
export const mayNotRotate = text('Sie können diesen Schlüssel nicht rotieren')
export const mayNotRotateBecause = text(
  'Wer einen Schlüssel rotiert, sieht das neue Geheimnis und muss daher alle seine Berechtigungen haben. Ihnen fehlt {scope}.',
)
export const moreScopes = text('+{count, number} weitere')
export const moreUsers = text('{count, plural, one {Und # weiterer} other {Und # weitere}}')
export const never = text('Nie')
export const neverEnds = text('Nie, bis zum Widerruf')
export const neverUsed = text('Bisher wurde keine Anfrage akzeptiert')
export const newestFirst = text('Neueste zuerst')
export const newSecret = text('Neues Geheimnis')
export const nextIsRefused = text('Schon die nächste Anfrage mit diesem Schlüssel wird abgelehnt.')
export const noAppTitle = text('Noch keine App für einen Schlüssel')
export const noAppWords = text(
  'Ein Schlüssel gehört zu einer App. Legen Sie zuerst eine unter „Projekte“ an.',
)
export const noKeyMatches = text('Kein Schlüssel entspricht den Filtern')
export const noKeysYet = text('Noch keine Schlüssel')
export const noneAccepted = text('keine akzeptiert')
export const noOldUse = text(
  'Seit der Rotation wurde keine Verwendung des alten Geheimnisses gezählt.',
)
export const noRequestsYet = text('Mit diesem Schlüssel wurde noch keine Anfrage akzeptiert.')
export const notAllApps = text(
  'Angezeigt werden die ersten {count, number} Apps. Für eine andere App stellen Sie den Schlüssel über die API aus.',
)
export const notInUse = text('Mit diesem Schlüssel wurde noch keine Anfrage akzeptiert')
export const notOpened = text('Das konnte nicht geöffnet werden')
export const notOpenedBecause = text(
  'Ein Teil der Seite konnte nicht geladen werden. Versuchen Sie es gleich noch einmal.',
)
export const nothingBreaks = text('Bisher hängt keine Anfrage von diesem Schlüssel ab.')
export const notSafeYet = text('Noch nicht sicher zu beenden')
export const notUsedYet = text('noch nicht verwendet')
export const nowStops = text(
  'Was das alte Geheimnis noch verwendet, funktioniert sofort nicht mehr',
)
export const ofApps = text('Apps')
export const ofAudit = text('Audit-Protokoll')
export const ofCustomers = text('Kunden')
export const ofEmbeds = text('Einbettung')
export const ofJobs = text('Hintergrundarbeiten')
export const ofKeys = text('API-Schlüssel')
export const ofLogs = text('Protokolle')
export const ofProjects = text('Projekte')
export const ofTransactions = text('Transaktionen')
export const ofWebhooks = text('Webhooks')
export const oldEnded = text('Das alte Geheimnis von „{label}“ gilt nicht mehr')
export const oldIsOver = text('Das alte Geheimnis {hint} gilt nicht mehr.')
export const oldSecret = text('Altes Geheimnis')
export const oldStillUsedBy = text('Das alte Geheimnis wird noch verwendet von')
export const oldWorksUntil = text(
  'Das alte Geheimnis {hint} gilt bis {when}. Ersetzen Sie es bis dahin überall.',
)
export const onDateEllipsis = text('An einem Datum …')
export const openEmbeds = text('Embed-Sitzungen für die Website eines Partners erstellen')
export const openKey = text('{label} öffnen')
export const opensNothing = text(
  'Anfragen mit diesem Schlüssel werden abgelehnt. Frühere Anfragen bleiben in den Protokollen.',
)
export const order = text('Reihenfolge')
export const otherShown = text(
  'Sie sehen gerade die {environment, select, production {Sandbox} other {Produktion}}. Verwalten können Sie den Schlüssel nur in {environment, select, production {der Produktion} other {der Sandbox}}.',
)
export const overIsNotRotated = text(
  'Ein Schlüssel, der nicht mehr gilt, erhält kein neues Geheimnis. Stellen Sie einen anderen aus.',
)
export const overlapDay = text('24 Stunden (empfohlen)')
export const overlapDayMeans = text(
  'Zeit, das neue Geheimnis auf alle Server zu bringen und zu sehen, dass nichts vergessen wurde.',
)
export const overlapHour = text('1 Stunde')
export const overlapHourMeans = text(
  'Genug, wenn Sie es gleich und an einer einzigen Stelle von Hand ersetzen.',
)
export const overlapNow = text('Gar nicht')
export const overlapNowEndsBoth = text(
  'Beide werden ab der nächsten Anfrage abgelehnt. Dann gilt nur noch das neue.',
)
export const overlapNowMeans = text(
  'Es wird ab der nächsten Anfrage abgelehnt. Für ein Geheimnis, das bekannt geworden sein könnte.',
)
export const overlapQuestion = text('Wie lange gilt das alte Geheimnis weiter?')
export const overlapWeek = text('7 Tage')
export const overlapWeekMeans = text(
  'Für Server, die andere betreuen, oder Aufgaben, die einmal in der Woche laufen.',
)
export const productionKey = text(
  'Dies ist ein Produktionsschlüssel: Laufende Anwendungen können von ihm abhängen.',
)
export const purpose = text(
  'Mit einem Schlüssel ruft einer Ihrer Server die Partner-API im Namen einer App auf.',
)
export const refusedFromNext = text(
  'Bereits die nächste Anfrage mit {hint} wird abgelehnt. Anwendungen, die den Schlüssel noch verwenden, funktionieren dann nicht mehr.',
)
export const requests = text('Anfragen')
export const requestsCounted = text('{count, plural, one {# Anfrage} other {# Anfragen}}')
export const requestsPerMinute = text('Anfragen pro Minute')
export const revokeElsewhere = text('In neuem Fenster widerrufen …')
export const revokeEllipsis = text('Widerrufen …')
export const revokeKey = text('Schlüssel widerrufen')
export const revokeTitle = text('„{label}“ widerrufen?')
export const revoked = text('Widerrufen')
export const revokedNews = text('Der Schlüssel wurde {when} widerrufen.')
export const rotateEllipsis = text('Rotieren …')
export const rotateElsewhere = text('In neuem Fenster rotieren …')
export const rotateKey = text('Schlüssel rotieren')
export const rotateKeys = text('API-Schlüssel zu rotieren')
export const rotating = text('In Rotation')
export const rotation = text('Rotation')
export const runJobs = text('Exporte starten sowie Hintergrundarbeiten abbrechen und fortsetzen')
export const safeFrom = text('Sicher zu beenden')
export const safeToEnd = text('Das alte Geheimnis kann sicher beendet werden')
export const scopes = text('Berechtigungen')
export const scopesChosen = text('{count, number} von {all, number} gewählt')
export const scopesHint = text(
  '{count, plural, =0 {Erteilen Sie nur, was nötig ist.} other {Erteilen Sie nur, was nötig ist. Nicht angeboten wird, was Sie selbst nicht haben ({names}): Inhaber und Administratoren können einen Schlüssel damit ausstellen.}}',
)
export const scopesMissing = text('Wählen Sie mindestens eine Berechtigung.')
export const searchAudit = text('Das Audit-Protokoll durchsuchen, prüfen und exportieren')
export const searchKeys = text('Schlüssel suchen')
export const secretsOfKey = text('Geheimnisse des Schlüssels')
export const secretWarning = text(
  'Kopieren Sie den Schlüssel jetzt und bewahren Sie ihn bei den übrigen Zugangsdaten Ihres Servers auf. Er wird nur dieses eine Mal angezeigt: Gespeichert wird lediglich ein Hash, aus dem er sich nicht wiederherstellen lässt.',
)
export const seeApps = text('Apps und ihre Einstellungen ansehen')
export const seeCustomers = text('Kundendaten einsehen, auch in Protokollen')
export const seeEmbeds = text('Embed-Sitzungen ansehen, und welchen Seiten eine verweigert wurde')
export const seeJobs = text('Hintergrundarbeiten wie Exporte und ihren Fortschritt ansehen')
export const seeKeys = text('API-Schlüssel einzusehen')
export const seeKeysOnly = text('API-Schlüssel ansehen, ohne ihren geheimen Teil')
export const seeLogs = text('Anfragen einsehen, die mit API-Schlüsseln gestellt werden')
export const seeProjects = text('Projekte ansehen')
export const seeWebhooks = text('Webhook-Endpunkte und ihre Zustellungen ansehen')
export const sendCustomers = text('Kundendaten übermitteln')
export const sendTransactions = text('Transaktionen übermitteln')
export const showAllUsers = text('Alle {count, number} anzeigen')
export const showDetails = text('Details anzeigen')
export const showRequests = text('Anfragen anzeigen')
export const shownPartOfKey = text('sichtbarer Teil des Schlüssels')
export const state = text('Status')
export const staysItself = text(
  'Der Schlüssel bleibt derselbe: Bezeichnung, Berechtigungen und Grenzen ändern sich nicht. Er erhält ein neues Geheimnis statt dieses.',
)
export const stillWorks = text(
  'Ein früheres Geheimnis gilt noch. Beenden Sie es zuerst, oder wählen Sie „Gar nicht“, was beide beendet.',
)
export const storedSafely = text('Ich habe den Schlüssel kopiert und sicher aufbewahrt')
export const storeFirst = text(
  'Bestätigen Sie zuerst, dass Sie den Schlüssel aufbewahrt haben. Er kann nicht noch einmal angezeigt werden.',
)
export const switchEnvironment = text(
  '{environment, select, production {Zur Produktion} other {Zur Sandbox}} wechseln',
)
export const tableOfKeys = text('API-Schlüssel')
export const thirdSecret = text('Nicht möglich, solange ein früheres Geheimnis noch gilt.')
export const tryAgain = text('Erneut versuchen')
export const twoAlready = text('Dieser Schlüssel hat schon zwei Geheimnisse')
export const twoAlreadyBecause = text(
  '{hint} gilt bis {when}. Beenden Sie es zuerst in den Details des Schlüssels, oder beenden Sie jetzt beide auf einmal.',
)
export const typeLabel = text('Geben Sie zur Bestätigung „{label}“ ein')
export const typedWrong = text('Das stimmt nicht mit der Bezeichnung des Schlüssels überein.')
export const underAMinuteAgo = text('vor weniger als einer Minute')
export const usageUnknown = text('Es ließ sich nicht prüfen, ob der Schlüssel verwendet wird')
export const usedLast = text('zuletzt {when}')
export const userAgent = text('User-Agent')
export const wasRevoked = text('„{label}“ wurde widerrufen')
export const whatItMayDo = text('Berechtigungen')
export const whoUsesOld = text('Wer das alte Geheimnis noch verwendet')
export const whyNewUnused = text(
  'Das alte Geheimnis verwendet niemand mehr, aber auch das neue hat noch niemand verwendet. Bringen Sie erst das neue auf Ihre Server.',
)
export const whyQuiet = text('Es wurde lange genug nicht verwendet, und das neue wird verwendet.')
export const whyStillUsed = text(
  'Das alte Geheimnis wurde vor Kurzem verwendet, oder eine Embed-Sitzung, die es geöffnet hat, läuft noch.',
)
export const whyTooEarly = text(
  'Seit der Rotation wurde keine Verwendung des alten Geheimnisses gezählt, aber sie ist noch nicht lange genug her.',
)
export const widerFilters = text(
  'Entfernen Sie einen Filter oder versuchen Sie einen anderen Suchbegriff.',
)
export const worksOnlyFrom = text('Er funktioniert nur von {addresses} aus.')
export const worksUntil = text('Altes Geheimnis gilt bis')
