import { text } from '@sonaqor/ui/texts'

export const accountEmailChangeRequested = text('Änderung der E-Mail-Adresse beantragt')
export const accountEmailChanged = text('E-Mail-Adresse geändert')
export const accountFactorAdded = text('Zweiten Faktor eingerichtet')
export const accountFactorRemoved = text('Zweiten Faktor entfernt')
export const accountLockedOut = text('Nach falschen Passwörtern gesperrt')
export const accountPasskeyRenamed = text('Passkey umbenannt')
export const accountPasswordChanged = text('Passwort geändert')
export const accountPasswordReset = text('Passwort über einen Link neu gewählt')
export const accountRecoveryCodesRenewed = text('Wiederherstellungscodes erneuert')
export const accountResetRequested = text('Link für ein neues Passwort angefordert')
export const accountUpdated = text('Eigenes Profil geändert')
export const action = text('Aktion')
export const added = text('Hinzugefügt')
export const anEntry = text('Eintrag {sequence, number}')
export const app = text('App')
export const appsCreated = text('App erstellt')
export const appsDeleted = text('App gelöscht')
export const appsPromoted = text('Einstellungen einer App aus der anderen Umgebung übernommen')
export const appsPurged = text('Gelöschte App endgültig entfernt')
export const appsRestored = text('App wiederhergestellt')
export const appsUpdated = text('App geändert')
export const area = text('Bereich')
export const areaAccount = text('Eigenes Konto')
export const areaApps = text('Apps')
export const areaAudit = text('Audit-Protokoll')
export const areaCustomers = text('Kunden')
export const areaEmbeds = text('Embed-Sitzungen')
export const areaExports = text('Exporte')
export const areaJobs = text('Aufträge')
export const areaKeys = text('API-Schlüssel')
export const areaLogs = text('Protokolle')
export const areaNotifications = text('Benachrichtigungen')
export const areaProjects = text('Projekte')
export const areaReviews = text('Zugriffsprüfungen')
export const areaSecurity = text('Anmelderegeln')
export const areaSessions = text('Anmeldungen')
export const areaSso = text('Single Sign-on')
export const areaSupportAccess = text('Zugriff durch Sonaqor')
export const areaTeam = text('Team')
export const areaTenants = text('Mandant')
export const areaTransactions = text('Transaktionen')
export const auditExported = text('Audit-Protokoll exportiert')
export const auditLog = text('Audit-Protokoll')
export const auditSearched = text('Audit-Protokoll durchsucht')
export const browser = text('User-Agent')
export const cancel = text('Abbrechen')
export const chainIsWhole = text(
  'Er enthält die ganze Kette, sodass das eigenständige Prüfprogramm sie annimmt.',
)
export const changed = text('Geändert')
export const checkConnection = text('Prüfen Sie Ihre Verbindung, und versuchen Sie es erneut.')
export const checkpoint = text('Prüfpunkt')
export const checkpointKey = text('Signiert mit')
export const checkpointOf = text('Prüfpunkt zu Eintrag {sequence, number}')
export const checkpoints = text('Signierte Prüfpunkte')
export const checkpointsDetail = text(
  'Bei jedem wurde der neueste Hash signiert und nach außen gesendet. Was davor liegt, kann auch der Eigentümer der Datenbank nicht umschreiben.',
)
export const checkpointsShown = text('{count, plural, one {# Prüfpunkt} other {# Prüfpunkte}}')
export const chosenDates = text('Gewählte Daten')
export const clearFilters = text('Filter zurücksetzen')
export const close = text('Schließen')
export const customersIngested = text('Kunden übermittelt')
export const dates = text('Daten wählen …')
export const did = text('{who}: {what}')
export const didAbout = text('{who}: {what}, {about}')
export const embedsOpened = text('Embed-Sitzung geöffnet')
export const embedsRevoked = text('Embed-Sitzung beendet')
export const empty = text('leer')
export const endOfList = text('Dies ist der letzte Eintrag der Liste')
export const entriesHold = text(
  'Bisher {count, plural, =0 {hält kein Eintrag} one {hält # Eintrag} other {halten # Einträge}} stand.',
)
export const entriesOf = text('{done, number} von {total, number} Einträgen')
export const entriesShown = text('{count, plural, one {# Eintrag} other {# Einträge}}')
export const entryNotFound = text('Diesen Eintrag gibt es nicht')
export const entryNotFoundDetail = text(
  'Der Link ist vielleicht unvollständig oder gehört zu einem anderen Mandanten.',
)
export const environment = text('Umgebung')
export const environmentNamed = text(
  '{environment, select, sandbox {Sandbox} production {Produktion} other {Beide}}',
)
export const exact = text('Zeitpunkt')
export const exportAgain = text('Erneut versuchen')
export const exportCut = text('Die Datei ist unvollständig und wurde deshalb nicht gespeichert')
export const exportCutDetail = text(
  'Sie brach nach {size} ab, vor dem Manifest, mit dem jeder vollständige Export endet. Versuchen Sie es erneut; bricht sie wieder ab, grenzen Sie den Export ein.',
)
export const exportDiffers = text(
  'Die Datei ist nicht die gesendete und wurde deshalb nicht gespeichert',
)
export const exportDiffersDetail = text(
  'Ihre Bytes haben einen anderen SHA‑256-Wert, als das Manifest angibt. Etwas auf dem Weg hat sie verändert: Versuchen Sie es aus einem anderen Netz.',
)
export const exportDone = text('Der Export ist vollständig')
export const exportDoneDetail = text(
  '{name} enthält {count, plural, =0 {keine Einträge} one {# Eintrag} other {# Einträge}} in {size}, und der SHA‑256-Wert stimmt mit dem des Manifests überein.',
)
export const exportFailed = text('Der Export kam nicht an')
export const exportFormat = text('Format')
export const exportLog = text('Exportieren')
export const exportOpen = text('Exportieren …')
export const exportRunning = text('Export des Audit-Protokolls')
export const exportTitle = text('Audit-Protokoll exportieren')
export const exportWhat = text('Einträge')
export const exportedIsLogged = text('Dass exportiert wurde, steht mit dem Filter im Protokoll.')
export const exportsDownloaded = text('Export heruntergeladen')
export const exportsMade = text('Export fertiggestellt')
export const exportsStarted = text('Export gestartet')
export const extractOnly = text(
  'Er ist ein Auszug: Jeder Eintrag lässt sich einzeln prüfen, die Kette nicht.',
)
export const faultChanged = text(
  'Der Inhalt dieses Eintrags ist nicht der, aus dem sein Hash gebildet wurde: Jemand hat ihn in der Datenbank geändert.',
)
export const faultCheckpointDiffers = text(
  'Die Kette hängt zusammen, ist aber nicht die signierte: Dieser Eintrag oder einer davor wurde umgeschrieben.',
)
export const faultCheckpointForged = text(
  'Ein Prüfpunkt dieses Eintrags wurde nicht von uns signiert.',
)
export const faultHeadDiffers = text(
  'Die Kette endet anderswo, als ihr Kopf angibt: Hinter ihr wurden Einträge angefügt oder von ihrem Ende entfernt.',
)
export const faultMissing = text(
  'An dieser Stelle steht kein Eintrag, obwohl ein späterer, der Kopf oder ein Prüfpunkt ihn kennt: Er wurde entfernt.',
)
export const faultUnknown = text('Dieser Eintrag hält nicht stand.')
export const faultUnlinked = text(
  'Dieser Eintrag folgt nicht auf den davor: Die Reihenfolge wurde geändert oder einer dazwischengeschoben.',
)
export const filtersTaken = text('Was die Filter zeigen')
export const formatCsv = text('CSV')
export const formatCsvDetail = text(
  'Für Tabellenprogramme. Vorher und Nachher stehen als JSON in je einer Zelle.',
)
export const formatJsonl = text('JSONL')
export const formatJsonlDetail = text(
  'Ein Eintrag je Zeile, mit allen Feldern der Kette. Das eigenständige Prüfprogramm nimmt es an.',
)
export const from = text('Herkunft')
export const guide = text('So prüfen Sie es ohne uns')
export const hash = text('Hash')
export const hashOf = text('Hash von Eintrag {sequence, number}')
export const head = text('Neuester Hash')
export const howEntriesCome = text(
  'Jede Änderung und jeder Blick auf Vertrauliches hinterlässt hier einen Eintrag.',
)
export const idOf = text('ID von {name}')
export const intact = text('Das Protokoll ist unversehrt')
export const intactDetail = text(
  '{entries, plural, =0 {Es gibt noch keinen Eintrag.} one {Der einzige Eintrag steht da, wie er geschrieben wurde.} other {Alle # Einträge stehen in ihrer Reihenfolge da, wie sie geschrieben wurden, und keiner fehlt.}} {checkpoints, plural, =0 {Noch wurde kein Prüfpunkt signiert.} one {Ein signierter Prüfpunkt passt dazu.} other {# signierte Prüfpunkte passen dazu.}}',
)
export const isNow = text('ist')
export const jobsCancelled = text('Auftrag abgebrochen')
export const jobsResumed = text('Auftrag fortgesetzt')
export const jobsRetried = text('Auftrag von vorn gestartet')
export const keysExpired = text('API-Schlüssel abgelaufen')
export const keysIssued = text('API-Schlüssel ausgestellt')
export const keysRevoked = text('API-Schlüssel widerrufen')
export const keysShutOut = text('Abgewiesen: Adresse nicht auf der Positivliste')
export const kind = text('Art')
export const kindEmbed = text('Embed-Sitzung')
export const kindKey = text('API-Schlüssel')
export const kindMember = text('Mitglied')
export const kindOther = text('Sonstige')
export const kindStaff = text('Sonaqor-Personal')
export const kindSystem = text('System')
export const last24h = text('Letzte 24 Stunden')
export const last30d = text('Letzte 30 Tage')
export const last7d = text('Letzte 7 Tage')
export const logsOpened = text('Protokollierte Anfrage geöffnet')
export const logsSearched = text('Protokolle durchsucht')
export const nextEntry = text('Nächster Eintrag')
export const noCheckpoints = text('Noch wurde kein Prüfpunkt signiert')
export const noCheckpointsDetail = text(
  'Der neueste Hash wird in jeder Stunde signiert, in der etwas geschah.',
)
export const noEntries = text('Noch keine Einträge')
export const noEntryMatches = text('Kein Eintrag entspricht den Filtern')
export const notOpened = text('Dies ließ sich nicht öffnen')
export const notSent = text('Noch nicht')
export const notificationsPreferred = text('Eigene Benachrichtigungen eingestellt')
export const onlyAbout = text('Nur Einträge hierzu')
export const onlyActor = text('Nur Aktionen von {name}')
export const onlyAddress = text('Nur von {ip}')
export const orderChanged = text('in anderer Reihenfolge')
export const origin = text('Nachweis')
export const previousEntry = text('Vorheriger Eintrag')
export const previousHash = text('Vorheriger Hash')
export const previousHashOf = text('Vorherigen Hash von Eintrag {sequence, number}')
export const projectsCreated = text('Projekt erstellt')
export const projectsDeleted = text('Projekt gelöscht')
export const projectsPurged = text('Gelöschtes Projekt endgültig entfernt')
export const projectsRestored = text('Projekt wiederhergestellt')
export const projectsUpdated = text('Projekt geändert')
export const purpose = text(
  'Wer was wann und von wo aus getan hat, in einer Kette, die niemand unbemerkt umschreiben kann.',
)
export const readingIsLogged = text(
  'Auch der Blick in dieses Protokoll wird protokolliert, je Suche einmal in fünf Minuten.',
)
export const recorded = text('Was aufgezeichnet wurde')
export const removed = text('Entfernt')
export const requestId = text('Anfrage-ID')
export const reviewsDecided = text('Zeile einer Zugriffsprüfung entschieden')
export const reviewsDiscarded = text('Zugriffsprüfung verworfen')
export const reviewsDownloaded = text('Zugriffsprüfung heruntergeladen')
export const reviewsSigned = text('Zugriffsprüfung unterzeichnet')
export const reviewsStarted = text('Zugriffsprüfung begonnen')
export const saveAgain = text('Erneut speichern')
export const search = text('Wörter, ID oder IP-Adresse')
export const securityChanged = text('Anmelderegeln der Mitglieder geändert')
export const seeAuditLog = text('das Audit-Protokoll zu sehen')
export const sentOutside = text('Nach außen gesendet')
export const sequence = text('Laufende Nummer')
export const sessionsEnded = text('Sitzung beendet')
export const sessionsStarted = text('Angemeldet')
export const sessionsSteppedUp = text('Zweiten Faktor erneut gezeigt')
export const sha256 = text('SHA-256')
export const showAbout = text('{name} anzeigen')
export const showRequest = text('Anfrage anzeigen')
export const signedAt = text('Signiert')
export const ssoChanged = text('Geändert, wer sich per Single Sign-on anmeldet')
export const ssoChecked = text('Anbieter für Single Sign-on geprüft')
export const ssoConfigured = text('Single Sign-on eingerichtet')
export const ssoDomainChecked = text('Prüfung einer Domain angefordert')
export const ssoDomainClaimed = text('Domain beansprucht')
export const ssoDomainReleased = text('Domain freigegeben')
export const ssoDomainVerified = text('Domain bestätigt')
export const ssoRefused = text('Anmeldung per Single Sign-on abgelehnt')
export const ssoRemoved = text('Single Sign-on entfernt')
export const startOfList = text('Dies ist der erste Eintrag der Liste')
export const stillThere = text(
  '{count, plural, one {# Feld blieb unverändert} other {# Felder blieben unverändert}}',
)
export const supportAccessDenied = text('Sonaqor die Einsicht verweigert')
export const supportAccessEnded = text('Einsicht von Sonaqor beendet')
export const supportAccessEntered = text('Einsicht in den Mandanten begonnen')
export const supportAccessOpened = text('Sonaqor Einsicht gewährt')
export const supportAccessRead = text('Bei der Einsicht gelesen')
export const supportAccessRequested = text('Um Einsicht in den Mandanten gebeten')
export const supportAccessWithdrawn = text('Bitte um Einsicht zurückgezogen')
export const tableOfCheckpoints = text('Signierte Prüfpunkte')
export const tableOfEntries = text('Einträge des Audit-Protokolls')
export const taken = text('Bisher {size}')
export const takenEntries = text('{size}, {done, plural, one {# Eintrag} other {# Einträge}}')
export const takenOf = text('{size}, {done, number} von {total, number} Einträgen')
export const target = text('Gegenstand')
export const teamActivityRead = text('Aktivität eines Mitglieds eingesehen')
export const teamComplianceChanged = text('Compliance-Berechtigungen geändert')
export const teamFactorsReset = text('Zweite Faktoren eines Mitglieds zurückgesetzt')
export const teamInviteCancelled = text('Einladung zurückgezogen')
export const teamInviteRenewed = text('Einladung erneut gesendet')
export const teamInvited = text('Einladung gesendet')
export const teamJoined = text('Dem Team beigetreten')
export const teamRemoved = text('Mitglied entfernt')
export const teamResumed = text('Gesperrtes Mitglied wieder zugelassen')
export const teamRoleChanged = text('Rolle eines Mitglieds geändert')
export const teamSuspended = text('Mitglied gesperrt')
export const tenantsFounded = text('Mandant gegründet')
export const tenantsPlanChanged = text('Tarif des Mandanten geändert')
export const tenantsResumed = text('Mandanten wieder geöffnet')
export const tenantsSuspended = text('Mandanten gesperrt')
export const time = text('Zeit')
export const transactionsIngested = text('Transaktionen übermittelt')
export const verifyAgain = text('Erneut prüfen')
export const verifyBroken = text('Das Protokoll hält bei Eintrag {at, number} nicht stand')
export const verifyFailed = text('Das Protokoll ließ sich nicht bis zum Ende prüfen')
export const verifyGoOn = text('Fortsetzen')
export const verifyLog = text('Protokoll prüfen')
export const verifyOpen = text('Prüfen …')
export const verifyPurpose = text(
  'Jeder Eintrag enthält den Hash des vorherigen. Jeder Hash wird neu gebildet und mit seinen Nachbarn und allen signierten Prüfpunkten verglichen.',
)
export const verifyRunning = text('Prüfung läuft')
export const was = text('war')
export const what = text('Was')
export const whatChanged = text('Was sich geändert hat')
export const whatToDo = text('Was zu tun ist')
export const whatToDoCopy = text(
  'Exportieren Sie das Protokoll jetzt, und bitten Sie uns, eine Kopie der Datenbank in diesem Zustand aufzubewahren. Nichts im Produkt ändert einen Eintrag.',
)
export const whatToDoIncident = text(
  'Behandeln Sie es als Sicherheitsvorfall: Nur der Eigentümer der Datenbank kann es getan haben.',
)
export const whatToDoTrust = text(
  'Was vor dem letzten passenden Prüfpunkt steht, ist unverändert. Vergleichen Sie das Spätere mit einer Sicherung.',
)
export const when = text('Wann')
export const who = text('Wer')
export const whole = text('Ganzer Mandant')
export const wholeLog = text('Das ganze Protokoll')
export const wholeLogDetail = text(
  'Nur in dieser Form kann das eigenständige Prüfprogramm der Kette folgen.',
)
export const widerFilters = text(
  'Entfernen Sie einen Filter, oder wählen Sie einen längeren Zeitraum.',
)
