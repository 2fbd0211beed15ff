import { text } from '@sonaqor/module/texts'

export const addLastUsed = text('Letzte Adresse hinzufügen')
export const addressAt = text('Zeile {line, number}: „{address}“')
export const addressesStrange = text(
  '{named} {count, plural, one {ist weder eine IP-Adresse noch ein Bereich} other {sind weder IP-Adressen noch Bereiche}}. Geben Sie zum Beispiel 203.0.113.0/24 ein.',
)
export const allInUse = text(
  'Alle seine Berechtigungen wurden {days, plural, one {am letzten Tag} other {in den letzten # Tagen}} genutzt.',
)
export const anyAddress = text('Jede Adresse')
export const appPace = text(
  'Keine eigene Grenze. Es gelten die der App ({count, number} für alle ihre Schlüssel zusammen) und die der jeweiligen Operation: {most, number}, beim Senden von Kunden oder Transaktionen {sent, number}.',
)
export const areSeveral = text('Das sind mehrere Schlüssel')
export const areSeveralBecause = text(
  'Fügen Sie einen nach dem anderen ein. Es wurde nichts gesendet.',
)
export const asEveryKey = text(
  'Keine eigene Grenze. Es gilt die der jeweiligen Operation: {most, number}, beim Senden von Kunden oder Transaktionen {sent, number}.',
)
export const byEndpoint = text('Nach Endpunkt')
export const byEndpointOfNewest = text('Nach Endpunkt, nur die neuesten Anfragen')
export const canCall = text(
  '{count, plural, one {Er kann dann # Operation aufrufen} other {Er kann dann # Operationen aufrufen}}',
)
export const changeAdded = text('{field}: {items} hinzugefügt')
export const changeAddressesEllipsis = text('Adressen ändern …')
export const changedTo = text('{field}: {from} → {to}')
export const changeExpiryEllipsis = text('Ablauf ändern …')
export const changePaceEllipsis = text('Grenze ändern …')
export const changeRemoved = text('{field}: {items} entfernt')
export const changeStands = text('Die Änderung konnte nicht zurückgenommen werden')
export const changeUndone = text('„{label}“ ist wieder wie zuvor')
export const checkedSecret = text('Geprüftes Geheimnis')
export const checkEllipsis = text('Schlüssel prüfen …')
export const checkKey = text('Schlüssel prüfen')
export const checkTitle = text('Einen Schlüssel prüfen')
export const editEllipsis = text('Bearbeiten …')
export const editElsewhere = text('In neuem Fenster bearbeiten …')
export const editTitle = text('„{label}“ bearbeiten')
export const endpointsTake = text('Um zu sehen, welche Endpunkte er aufruft, brauchen Sie {scope}.')
export const endsInUse = text(
  'Der Schlüssel wird verwendet: Ab dann werden seine Anfragen abgelehnt',
)
export const environment = text('Umgebung')
export const errorRate = text('Fehlerquote')
export const errorsToday = text('{share} Fehler')
export const expiredEvent = text('Abgelaufen')
export const factorAhead = text(
  'Um diesen Schlüssel zu widerrufen oder zu rotieren, brauchen Sie einen zweiten Faktor.',
)
export const factorMissing = text('Richten Sie zuerst einen zweiten Faktor ein')
export const factorMissingMeans = text(
  'Einen Produktionsschlüssel kann nur widerrufen, rotieren oder ändern, wer einen zweiten Faktor hat, etwa eine Authenticator-App oder einen Passkey. Sie haben noch keinen. {act, select, change {Bis dahin lässt sich nur die Bezeichnung ändern.} other {Bis dahin bleibt der Schlüssel, wie er ist.}}',
)
export const foundAt = text('Laut Meldung gefunden unter {url}')
export const githubEvent = text('Von GitHub als offengelegt gemeldet')
export const history = text('Verlauf')
export const holdsFromNext = text('Das gilt ab der nächsten Anfrage.')
export const isDamaged = text(
  'Das sieht aus wie ein Schlüssel, ist aber vertippt oder unvollständig',
)
export const isDamagedBecause = text(
  '{missing, plural, =0 {Seine Prüfsumme ist falsch.} other {Er hat nicht die 44 Zeichen eines Schlüssels.}} Das erkennt Ihr Browser, es wurde also nichts gesendet.',
)
export const isEndedAndOverBecause = text(
  '{state, select, revoked {Der Schlüssel ist widerrufen.} expired {Der Schlüssel ist abgelaufen.} other {Der Schlüssel ist beendet.}} Dies ist ein früheres Geheimnis von ihm, das mit einer Rotation endete. Beides öffnet nichts mehr.',
)
export const isEndedSecret = text('Ein früheres Geheimnis eines Ihrer Schlüssel')
export const isEndedSecretBecause = text(
  'Es endete mit einer Rotation und öffnet nichts mehr. Der Schlüssel selbst hat ein neueres Geheimnis.',
)
export const isNoKey = text('Das ist kein Sonaqor-Schlüssel')
export const isNoKeyBecause = text(
  'Ein Schlüssel beginnt mit sq_live_ oder sq_test_ und hat 44 Zeichen. Es wurde nichts gesendet.',
)
export const isOldSecret = text(
  'Das alte Geheimnis eines Ihrer Schlüssel, und es funktioniert noch',
)
export const isOldSecretBecause = text(
  'Der Schlüssel wurde rotiert. Wurde dies gefunden, wo es nicht hingehört, beenden Sie das alte Geheimnis in den Details.',
)
export const isOver = text('Einer Ihrer Schlüssel, der nicht mehr funktioniert')
export const issueAnother = text(
  'Wird es wieder gebraucht, stellen Sie einen weiteren Schlüssel aus.',
)
export const issuedEvent = text('Ausgestellt')
export const issuedEventBy = text('Ausgestellt von {person}')
export const isUnknown = text('Ein formal gültiger Schlüssel, aber keiner, den Sie sehen können')
export const isUnknownBecause = text(
  'Er gehört jemand anderem oder zu einer App, die Sie nicht sehen können, oder er wurde nie ausgestellt.',
)
export const isYours = text('Einer Ihrer Schlüssel, und er funktioniert')
export const isYoursBecause = text(
  'Wurde er gefunden, wo er nicht hingehört, rotieren oder widerrufen Sie ihn in den Details.',
)
export const keepEditing = text('Weiter bearbeiten')
export const keyLeaked = text('Dieser Schlüssel wurde als offengelegt gemeldet und widerrufen')
export const keyUse = text('Nutzung')
export const leakByFinder = text('Jemand, der den Schlüssel hatte, hat ihn {when} gemeldet.')
export const leakByGithub = text('GitHub hat ihn {when} gefunden.')
export const leakEvent = text('Von jemandem, der ihn hatte, als offengelegt gemeldet')
export const lendsScopes = text(
  'Er kann auch Embed-Sitzungen eröffnen. Diese dürfen alles, was seine übrigen Berechtigungen erlauben.',
)
export const lookForStrangers = text(
  'Suchen Sie in den Protokollen nach Anfragen, die nicht von Ihnen stammen.',
)
export const moreAddressesStrange = text(
  '{named} und {more, number} weitere sind weder IP-Adressen noch Bereiche. Geben Sie zum Beispiel 203.0.113.0/24 ein.',
)
export const narrowEllipsis = text('Auf das Genutzte einschränken …')
export const narrowElsewhere = text('In neuem Fenster einschränken …')
export const narrowHint = text(
  'Entfernen Sie, was er nicht braucht. Was einmal entfernt ist, kann er nicht wiederbekommen.',
)
export const narrowKey = text('Schlüssel einschränken')
export const narrowTitle = text('„{label}“ einschränken?')
export const neverGains = text(
  'Das lässt sich nicht rückgängig machen: Ein Schlüssel kann keine Berechtigung dazubekommen',
)
export const newAddressEvent = text('Von einer neuen Adresse genutzt, {ip}')
export const newestSecret = text('Neuestes Geheimnis')
export const noErrors = text('keine Fehler')
export const noLimit = text('Keine eigene Grenze')
export const noneToday = text('Heute keine')
export const noScopeInUse = text(
  'Seit {days, plural, one {# Tag} other {# Tagen}} wurde keine seiner Berechtigungen genutzt',
)
export const noScopeInUseMeans = text(
  'Gezählt seit {since}. Wenn niemand den Schlüssel mehr braucht, widerrufen Sie ihn.',
)
export const nothingHappened = text('Darüber ist noch nichts bekannt.')
export const notUsedForDays = text('Seit {days, plural, one {# Tag} other {# Tagen}} nicht genutzt')
export const notUsedSinceCounted = text('Seit Beginn der Zählung nicht genutzt')
export const noUseInRange = text('Keine Anfragen in diesem Zeitraum.')
export const oldSecretLeaked = text(
  'Ein altes Geheimnis dieses Schlüssels wurde als offengelegt gemeldet und beendet',
)
export const onlyItsBeginning = text(
  'Schlüssel werden nur nach ihrem Anfang gesucht: Von einem eingefügten Schlüssel wird nicht mehr behalten.',
)
export const openItsDetails = text('Details öffnen')
export const overlapEndedEvent = text('Altes Geheimnis beendet')
export const overlapEndedEventBy = text('Altes Geheimnis beendet von {person}')
export const overWeek = text(
  'Heute seit 00:00 UTC; in den letzten 7 Tagen {count, plural, one {# Anfrage} other {# Anfragen}}. Anfragen, die Mitglieder aus den Protokollen erneut gesendet haben, zählen mit, gelten aber nicht als Verwendung des Schlüssels.',
)
export const paceHint = text(
  'Optional. Ohne eigene Grenze gelten die der App, falls sie eine hat, und die der jeweiligen Operation: {most, number}, beim Senden von Kunden oder Transaktionen {sent, number}.',
)
export const paceStrange = text(
  'Geben Sie eine ganze Zahl von 1 bis {most, number} ein, oder lassen Sie das Feld leer.',
)
export const pasteAgain = text('Der Schlüssel wurde nicht behalten. Fügen Sie ihn erneut ein.')
export const pastedKey = text('Eingefügter Schlüssel')
export const pastedKeyHint = text(
  'Ein Schlüssel oder eine Zeile, in der einer steht. Er wird geprüft und nie gespeichert; das Feld wird sofort geleert.',
)
export const pasteFirst = text('Fügen Sie zuerst einen Schlüssel ein.')
export const productionKeyOf = text(
  'Dies ist ein Schlüssel von {app} in der Produktion: Laufende Anwendungen können von ihm abhängen.',
)
export const refusedThen = text(
  '{count, plural, one {# Operation wird ab der nächsten Anfrage abgelehnt} other {# Operationen werden ab der nächsten Anfrage abgelehnt}}',
)
export const remindedBefore = text(
  'Inhaber und Entwickler werden {count, plural, =1 {einen Tag} =2 {7 Tage und einen Tag} =3 {14, 7 Tage und einen Tag} other {30, 14, 7 Tage und einen Tag}} vorher erinnert.',
)
export const remindedEvent = text(
  '{count, plural, one {Erinnerung an # Person} other {Erinnerung an # Personen}} gesendet, {days, plural, one {# Tag} other {# Tage}} vor Ablauf',
)
export const requestsAndShare = text('Anfragen · Anteil an allen')
export const requestsSinceRotation = text(
  '{count, plural, =0 {Seit der Rotation nicht verwendet} one {# Anfrage seit der Rotation} other {# Anfragen seit der Rotation}}',
)
export const requestsToday = text('Anfragen heute')
export const restrictEllipsis = text('Einschränken …')
export const revealsCustomers = text('Mit Kundendaten in:')
export const revokedEvent = text('Widerrufen')
export const revokedEventBy = text('Widerrufen von {person}')
export const rotatedEvent = text('Rotiert')
export const rotatedEventBy = text('Rotiert von {person}')
export const saveChanges = text('Änderungen speichern')
export const scopesCounted = text(
  '{days, plural, one {Am letzten Tag} other {In den letzten # Tagen}}: Jede akzeptierte Anfrage zählt für jede Berechtigung, die sie genutzt hat. Abgelehnte Anfragen zählen nur unter „Nutzung“.',
)
export const scopesCountedWithSessions = text(
  '{days, plural, one {Am letzten Tag} other {In den letzten # Tagen}}: Jede akzeptierte Anfrage zählt für jede Berechtigung, die sie genutzt hat, auch die seiner Embed-Sitzungen. „Nutzung“ zählt die Anfragen des Schlüssels selbst, auch die abgelehnten.',
)
export const scopesTaken = text(
  '{count, plural, one {# ungenutzte Berechtigung wurde entfernt.} other {# ungenutzte Berechtigungen wurden entfernt.}}',
)
export const scopesUnused = text(
  '{count, plural, one {# ungenutzte Berechtigung} other {# ungenutzte Berechtigungen}}',
)
export const scopeUseUnknown = text('Welche Berechtigungen er nutzt, konnte nicht gelesen werden.')
export const setExpiryEllipsis = text('Ablauf setzen …')
export const setPaceEllipsis = text('Grenze setzen …')
export const setUpFactor = text('In neuem Tab einrichten')
export const shutOutEvent = text('Abgelehnt: {ip} ist keine erlaubte Adresse')
export const shutOutMeant = text('Trotzdem ändern')
export const shutsOut = text(
  'Der Schlüssel wurde zuletzt von {ip} aus genutzt, und diese Adresse steht nicht in der Liste. Seine nächste Anfrage von dort würde abgelehnt.',
)
export const shutsYouOut = text(
  'Ihre eigene Adresse steht nicht in dieser Liste. Ihre nächste Anfrage mit diesem Schlüssel würde abgelehnt.',
)
export const someUnused = text(
  '{count, number} von {all, number} Berechtigungen wurden seit {days, plural, one {# Tag} other {# Tagen}} nicht genutzt',
)
export const someUnusedMeans = text(
  'Gezählt seit {since}, über seine Anfragen und die seiner Embed-Sitzungen. Ein Schlüssel, der weniger darf, richtet weniger Schaden an, wenn er offengelegt wird.',
)
export const stateOfKey = text('Status des Schlüssels')
export const takesFactor = text(
  '{act, select, change {Für jede Änderung außer der Bezeichnung} other {Dafür}} brauchen Sie Ihren zweiten Faktor, sofern Sie ihn nicht in den letzten fünf Minuten bestätigt haben.',
)
export const theseGo = text(
  '{count, plural, one {Er verliert diese Berechtigung, die seit {days, plural, one {# Tag} other {# Tagen}} nicht genutzt wurde:} other {Er verliert diese Berechtigungen, die seit {days, plural, one {# Tag} other {# Tagen}} nicht genutzt wurden:}}',
)
export const tooEarlyToSay = text(
  'Noch lässt sich nicht sagen, welche Berechtigungen er nicht braucht: Seine Nutzung wird seit {since} gezählt. Ab {from} ist es bekannt.',
)
export const updatedEvent = text('Geändert')
export const updatedEventBy = text('Geändert von {person}')
export const usesAppear = text(
  'Eine Verwendung erscheint hier innerhalb von {seconds, number} Sekunden.',
)
export const wasChanged = text('„{label}“ wurde geändert')
export const wasNarrowed = text('„{label}“ wurde eingeschränkt')
export const whatChanged = text('Was sich geändert hat')
