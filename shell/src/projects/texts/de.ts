import { text } from '@sonaqor/ui/texts'

export const actionsForProject = text('Aktionen für {project}')
export const activity = text('Aktivität')
export const activityPurpose = text(
  'Was mit den Schlüsseln dieser App in den letzten 7 Tagen angefragt wurde, nach Tagen in UTC.',
)
export const addItToList = text('Zur Liste hinzufügen')
export const addOwnAddress = text('Meine Adresse hinzufügen ({ip})')
export const afterIt = text('Nachher')
export const allowlist = text('IP-Freigabeliste')
export const allowlistFactHint = text('Adressen, von denen Schlüssel dieser App angenommen werden.')
export const allowlistHint = text(
  'IPv4- und IPv6-Adressen oder CIDR-Bereiche, einer pro Zeile. Solange sie leer ist, werden Schlüssel von überall angenommen.',
)
export const answeredWell = text('Erfolgreich')
export const apiVersion = text('API-Version')
export const apiVersionPurpose = text(
  'Die datierte Version der API, die Schlüssel dieser App verwenden. Ein Aufruf kann eine andere nennen.',
)
export const app = text('App')
export const appCreatedDetail = text('Stellen Sie als Nächstes einen API-Schlüssel dafür aus.')
export const appId = text('App-ID')
export const appIdHint = text('Bezeichnet die App in der Partner-API.')
export const appIdOf = text('App-ID von {app}')
export const appInEnvironment = text('{app} ({environment})')
export const appIsDeleted = text('Diese App wurde gelöscht')
export const appNeedsName = text('Geben Sie der App einen Namen.')
export const appPurpose = text('App in {project}')
export const appsOf = text('Apps von {project}')
export const appsShown = text('{count, plural, one {# App} other {# Apps}}')
export const backToChoice = text('Zurück')
export const beforeIt = text('Vorher')
export const broughtInto = text('Nach')
export const callAffected = text('Aufruf')
export const callsAffected = text(
  'Aufrufe {days, plural, one {des letzten Tages} other {der letzten # Tage}}, die veraltet sind oder sich in einer neueren Version ändern',
)
export const changedMeanwhile = text('Das hat inzwischen jemand anderes geändert')
export const changedSince = text('Seit {version} geändert')
export const changesInNewer = text('Ändert sich in einer neueren Version: {changes}')
export const chartsNotLoaded = text('Die Diagramme konnten nicht geladen werden')
export const checkAddress = text('Adresse prüfen')
export const checkConnection = text('Prüfen Sie die Verbindung und versuchen Sie es erneut.')
export const chooseSettingFirst = text(
  'Wählen Sie eine Einstellung aus, die übernommen werden soll.',
)
export const compareAside = text(
  'Einstellungen nebeneinander. Schlüssel und Protokolle gehören zu ihrer Umgebung und bleiben dort.',
)
export const compareEllipsis = text('Umgebungen vergleichen …')
export const compareTitle = text('Umgebungen vergleichen')
export const createAnApp = text('App anlegen')
export const createAnAppIn = text('App in {project} anlegen')
export const createApp = text('App anlegen')
export const createAppIn = text('App anlegen in {project}')
export const createAProject = text('Projekt anlegen')
export const created = text('Angelegt')
export const createProject = text('Projekt anlegen')
export const day = text('Tag')
export const deleteApp = text('App löschen')
export const deletedApps = text('Apps')
export const deletedAppsPurpose = text(
  'Apps, die mit ihrem Projekt gelöscht wurden, kommen mit ihm zurück.',
)
export const deletedAside = text(
  'Lässt sich {days, plural, one {# Tag} other {# Tage}} lang wiederherstellen, wie es war.',
)
export const deletedProjects = text('Projekte')
export const deletedSince = text('Gelöscht {when}.')
export const deletedThings = text('Gelöscht')
export const deleteEllipsis = text('Löschen …')
export const deleteProject = text('Projekt löschen')
export const deleteTitle = text('„{name}“ löschen?')
export const deprecatedSince = text('Veraltet seit {day}')
export const description = text('Beschreibung')
export const discard = text('Verwerfen')
export const discardEntered = text('Eingaben verwerfen?')
export const doneComparing = text('Fertig')
export const editEllipsis = text('Bearbeiten …')
export const editProjectTitle = text('{name} bearbeiten')
export const embedId = text('Embed-ID')
export const embedIdHint = text('Öffentlich; weist die App gegenüber einer einbettenden Seite aus.')
export const embedIdOf = text('Embed-ID von {app}')
export const endingApps = text(
  '{count, plural, =0 {Keine App} one {# App} other {{more, select, yes {Mehr als {count, number} Apps} other {{count, number} Apps}}}}',
)
export const endingKeys = text(
  '{count, plural, =0 {Kein aktiver API-Schlüssel} one {# aktiver API-Schlüssel} other {{more, select, yes {Mehr als {count, number} aktive API-Schlüssel} other {{count, number} aktive API-Schlüssel}}}}{production, plural, =0 {} other {, davon # in Produktion}}',
)
export const endingKeysUncounted = text('Alle zugehörigen API-Schlüssel')
export const endingSessions = text('Alle laufenden Embed-Sitzungen')
export const endsProduction = text('Aktive Produktionsschlüssel enden damit.')
export const environment = text('Umgebung')
export const environmentIsSettled = text(
  'Lässt sich später nicht ändern: Alles, was über diese App eingeht, gehört zu dieser Umgebung.',
)
export const errors = text('Fehler')
export const errorsOfRequests = text('{count, number} ({share})')
export const eventsDelivered = text('Zugestellte Ereignisse')
export const factsOfApp = text('Details')
export const figure = text('{figure, number}')
export const goesAway = text('entfällt')
export const goneForGood = text('Endgültig gelöscht {when}.')
export const hasBeenCreated = text('{name} wurde angelegt')
export const hasBeenDeleted = text('{name} wurde gelöscht')
export const hasBeenPromoted = text(
  '{count, plural, one {# Einstellung} other {# Einstellungen}} nach {app} übernommen',
)
export const hasBeenRestored = text('{name} wurde wiederhergestellt')
export const hasBeenSaved = text('{name} wurde gespeichert')
export const howRequestsCome = text(
  'Stellen Sie einen API-Schlüssel für diese App aus und senden Sie damit eine erste Anfrage.',
)
export const ipAddress = text('IP-Adresse')
export const issueKey = text('API-Schlüssel ausstellen')
export const keepEditing = text('Weiter bearbeiten')
export const keepIt = text('Behalten')
export const keepYours = text('Ihre behalten')
export const keysOfApp = text('API-Schlüssel dieser App')
export const keysTab = text('Schlüssel')
export const lastAsked = text('Letzter Aufruf')
export const lastSevenDays = text('Letzte 7 Tage, UTC')
export const latencyByDay = text('Latenz pro Tag')
export const latencyHalf = text('Latenz p50')
export const latencyMost = text('Latenz p95')
export const logsTab = text('Protokolle')
export const millisecondsUnit = text('Millisekunden')
export const moreOrigins = text('und {count, number} weitere')
export const name = text('Name')
export const newestVersion = text('Neueste')
export const noAllowlist = text('Keine Freigabeliste: Schlüssel werden von überall angenommen.')
export const noAnswer = text('Der Server hat nicht geantwortet.')
export const noAppNamed = text('Keine App ausgewählt')
export const noAppNamedDetail = text(
  'Die Adresse der Seite einer App nennt die App. Öffnen Sie sie aus ihrem Projekt.',
)
export const noApps = text('Noch keine Apps in diesem Projekt')
export const noAppsDetail = text(
  'Legen Sie eine an, um API-Schlüssel für Sandbox oder Produktion zu erhalten.',
)
export const noCallAffected = text(
  'Kein Aufruf {days, plural, one {des letzten Tages} other {der letzten # Tage}} ist veraltet oder ändert sich in einer neueren Version.',
)
export const noDeletedApps = text('Keine gelöschten Apps')
export const noDeletedProjects = text('Keine gelöschten Projekte')
export const noOrigin = text('Noch keine Origins')
export const noOriginDetail = text(
  'Noch keine Origins: Keine Website darf Module dieser App einbetten.',
)
export const noProjects = text('Noch keine Projekte')
export const noProjectsDetail = text(
  'Legen Sie ein Projekt an und darin eine App; zur App gehören die API-Schlüssel.',
)
export const noRequestsInDays = text('Keine Anfragen in den letzten 7 Tagen')
export const noSuchAddress = text('„{text}“ ist keine IP-Adresse.')
export const noSuchOrigin = text(
  '„{text}“ ist keine gültige Origin. Verwenden Sie die Form https://portal.example.com.',
)
export const noSuchPace = text('Geben Sie eine ganze Zahl über 0 ein oder nichts.')
export const noSuchRange = text('Keine IP-Adresse und kein CIDR-Bereich: {text}')
export const nothingDiffers = text('Die Einstellungen sind in beiden gleich')
export const nothingInIt = text('Leer')
export const nothingToCompare = text('Noch nichts zu vergleichen')
export const nothingToCompareDetail = text(
  'Für einen Vergleich braucht dieses Projekt eine Sandbox-App und eine Produktions-App.',
)
export const notLookedAt = text('Andere Umgebung')
export const notOpened = text('Das konnte nicht geöffnet werden')
export const onlyHere = text('nur auf dieser Seite')
export const onTrial = text('Umgestellt von {version}')
export const openApp = text('{app} öffnen')
export const openAppPage = text('Seite der App öffnen')
export const origins = text('Erlaubte Origins')
export const originsHint = text('Websites, die Module dieser App einbetten dürfen.')
export const originsToWrite = text(
  'Websites, die Module dieser App einbetten dürfen, eine pro Zeile.',
)
export const overFrom = text('Funktioniert ab {day} möglicherweise nicht mehr')
export const overviewTab = text('Übersicht')
export const ownUnlessNamed = text('Ihre eigene Adresse, sofern Sie keine andere eingeben.')
export const pace = text('Anfragen pro Minute')
export const paceHint = text(
  'Alle Schlüssel und Embed-Sitzungen dieser App zusammen. Leer für so viele, wie Ihr Tarif erlaubt.',
)
export const partsOfApp = text('Bereiche von {app}')
export const passes = text('Wird angenommen')
export const passesByRange = text('{ip} wird durch den Bereich {range} angenommen.')
export const passesEverywhere = text(
  '{ip} wird angenommen: Ohne Freigabeliste gelten Schlüssel dieser App von überall.',
)
export const passesNowhere = text(
  '{ip} wird abgelehnt: Kein Bereich der Freigabeliste enthält diese Adresse.',
)
export const previewPromotion = text(
  '{count, plural, =0 {Vorschau} one {Vorschau für # Einstellung} other {Vorschau für # Einstellungen}}',
)
export const productionHint = text('Echte Kunden; Schlüssel beginnen mit sq_live_.')
export const project = text('Projekt')
export const projectCreatedDetail = text('Legen Sie als Nächstes eine App darin an.')
export const projectCreatedElsewhere = text(
  'Es ist jetzt ausgewählt. Legen Sie als Nächstes eine App darin an.',
)
export const projectNeedsName = text('Geben Sie dem Projekt einen Namen.')
export const projectsAndApps = text('Projekte und Apps')
export const projectsPurpose = text(
  'Projekte bündeln Apps. Jede App hat ihre Umgebung und eigene API-Schlüssel.',
)
export const projectsShown = text('{count, plural, one {# Projekt} other {# Projekte}}')
export const promotedDetail = text(
  'Gilt ab der nächsten Anfrage. Sie können es rückgängig machen, bis jemand die App ändert.',
)
export const promoteNow = text('Übernehmen')
export const promoteWithoutIt = text('Ohne meine Adresse übernehmen')
export const promotionPreview = text('{app} ändert sich wie folgt')
export const promotionPreviewDetail = text(
  'Noch wurde nichts geändert. Ändert sich eine der beiden Apps vorher, geschieht nichts.',
)
export const refusedThere = text('Wird abgelehnt')
export const requests = text('Anfragen')
export const requestsByDay = text('Anfragen pro Tag')
export const requestsOfApp = text('Anfragen dieser App')
export const requestsUnit = text('Anfragen')
export const restorableFor = text(
  'Es lässt sich {days, plural, one {# Tag} other {# Tage}} lang mit allem darin wiederherstellen und ist danach endgültig gelöscht.',
)
export const restore = text('Wiederherstellen')
export const restoreApp = text('App wiederherstellen')
export const restoreNamed = text('{name} wiederherstellen')
export const rollBackTo = text('Zurück zu {version}')
export const rollBackUntil = text('Sie können bis {when} zurückkehren.')
export const sameInBoth = text('In beiden gleich')
export const sandboxHint = text('Testdaten; Schlüssel beginnen mit sq_test_.')
export const saveChanges = text('Änderungen speichern')
export const saveWithoutIt = text('Ohne meine Adresse speichern')
export const settings = text('Einstellungen')
export const settingsPurpose = text(
  'Name, Websites, die einbetten dürfen, und von wo und wie oft Schlüssel angenommen werden.',
)
export const showEmbedSessions = text('Embed-Sitzungen anzeigen')
export const shutOut = text('Schlüssel werden von Ihrer eigenen Adresse {ip} nicht mehr angenommen')
export const shutOutDetail = text(
  'Sie bleiben hier angemeldet. Server und Skripte an dieser Adresse können die API nicht mehr mit Schlüsseln dieser App aufrufen.',
)
export const speaksNow = text('{name} verwendet jetzt {version}')
export const swapSides = text('Seiten tauschen')
export const takeBack = text('Rückgängig machen')
export const takeItOver = text('Diese Einstellung übernehmen')
export const takenBack = text('{app} hat wieder die vorherigen Einstellungen')
export const takenFrom = text('Von')
export const takeTheirs = text('Deren Fassung übernehmen')
export const theirVersion = text('Deren Fassung')
export const toAllProjects = text('Alle Projekte und Apps')
export const toAuditEntry = text('Im Audit-Protokoll zeigen')
export const toSeeApps = text('die Apps dieses Projekts zu sehen')
export const toSeeProjects = text('Projekte zu sehen')
export const toSeeThisApp = text('diese App zu sehen')
export const typedOtherName = text('Das ist nicht der Name.')
export const typeName = text('Geben Sie zur Bestätigung „{name}“ ein')
export const upgradeDetail = text(
  'Gilt ab der nächsten Anfrage. Sie können {hours, plural, one {# Stunde} other {# Stunden}} lang zurückkehren.',
)
export const upgradeTo = text('Auf {version} umstellen')
export const versionChanges = text('Was {version} ändert')
export const versionDeprecated = text('{version} ist seit {day} veraltet')
export const versionNewest = text('Neueste Version')
export const versionNow = text('Aktuelle Version')
export const versionOverFrom = text('{version} funktioniert ab {day} möglicherweise nicht mehr')
export const webhooksTab = text('Webhooks')
export const whatEnds = text('Mit der nächsten Anfrage enden:')
export const whyAffected = text('Grund')
export const worksAgain = text('Die Schlüssel gelten wieder wie zuvor.')
export const wouldItPass = text('Würde diese Adresse angenommen?')
export const wouldItPassPurpose = text(
  'Nach derselben Regel beantwortet, die für Anfragen mit Schlüsseln dieser App gilt.',
)
export const wouldShutOut = text(
  'Schlüssel würden von Ihrer eigenen Adresse {ip} nicht mehr angenommen',
)
export const yourVersion = text('Ihre Fassung')
