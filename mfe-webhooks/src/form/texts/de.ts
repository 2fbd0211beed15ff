import { text } from '@sonaqor/module/texts'

export const addCondition = text('Bedingung hinzufügen')
export const addEndpoints = text('Endpunkte hinzuzufügen')
export const addHeader = text('Header hinzufügen')
export const allOf = text('Alle von {area}')
export const allTypes = text('Alle Ereignisse')
export const allTypesHint = text('Jeder Art, die Sie sehen dürfen, auch künftige.')
export const appHint = text('Ein Endpunkt erhält nur Ereignisse aus der Umgebung seiner App.')
export const appIn = text('{app} ({environment, select, production {Produktion} other {Sandbox}})')
export const byEd25519 = text('ed25519: mit öffentlichem Schlüssel prüfen')
export const byEd25519Hint = text(
  'Nur wir können signieren. Der Schlüssel steht auch unter einer JWKS-Adresse.',
)
export const byHmac = text('HMAC-SHA256: mit gemeinsamem Geheimnis prüfen')
export const byHmacHint = text('Das prüft jede Bibliothek für Standard Webhooks.')
export const cancel = text('Abbrechen')
export const catalogue = text('Ereignisarten')
export const data = text('Daten')
export const doesNotHold = text('Trifft nicht zu')
export const editTitle = text('„{name}“ bearbeiten')
export const example = text('Beispiel')
export const faultAt = text('{message} (Zeile {line, number}, Spalte {column, number})')
export const filter = text('Filter')
export const filterHint = text(
  'Ein Ereignis wird zugestellt, wenn all dies auf seine Nutzdaten zutrifft.',
)
export const foundThere = text('gefunden: {value}')
export const goToProjects = text('Zu den Projekten')
export const headerAnew = text('Wert neu eingeben')
export const headerKept = text('Bleibt, wie er ist')
export const headerName = text('Name von Header {number, number}')
export const headers = text('Header')
export const headersAnew = text(
  'Was diese Header sagen, wurde für {origin} angegeben und wird an keine andere Adresse gesendet. Geben Sie ihre Werte neu ein, oder entfernen Sie sie.',
)
export const headersHint = text(
  'Werden mit jedem Versuch gesendet. Ihr Inhalt wird versiegelt und nie wieder angezeigt.',
)
export const headerValue = text('Wert von Header {number, number}')
export const heldBack = text('Der Filter hält dieses Ereignis zurück')
export const heldBackDetail = text('Es würde nichts gesendet.')
export const holds = text('Trifft zu')
export const label = text('Bezeichnung')
export const labelHint = text('Wie Sie ihn nennen; ohne Bezeichnung heißt er wie sein Host.')
export const moreSettings = text('Weitere Einstellungen')
export const needsConsent = text('Den Empfänger vorher fragen')
export const needsConsentHint = text(
  'Es wird nichts gesendet, bevor er auf OPTIONS mit WebHook-Allowed-Origin antwortet; gefragt wird jetzt und wann immer die URL sich ändert.',
)
export const noAppTitle = text('Es gibt keine App dafür')
export const noAppWords = text(
  'Ein Endpunkt gehört zu einer App. Legen Sie zuerst in einem Projekt eine an.',
)
export const noneOf = text('Keine von {area}')
export const noObject = text('Geben Sie ein JSON-Objekt ein.')
export const nothingLeft = text('Die Umwandlung lässt nichts übrig')
export const nothingLeftDetail = text('Sie gab null zurück; dieses Ereignis würde nicht gesendet.')
export const noTypeMatches = text('Keine Art passt zu diesen Wörtern.')
export const operatorOf = text('Vergleich von Bedingung {number, number}')
export const ordered = text('Der Reihe nach zustellen')
export const orderedHint = text(
  'Jedes Ereignis wartet, bis das vorige zugestellt oder aufgegeben ist: Ein fehlgeschlagenes hält die folgenden auf.',
)
export const pace = text('Versuche pro Sekunde')
export const paceHint = text(
  'Wie viele er höchstens verträgt; ohne Angabe so viele, wie er beantwortet.',
)
export const paceStrange = text('Geben Sie eine ganze Zahl von 1 bis {most, number} ein.')
export const pathMissing = text(
  'Nennen Sie in jeder Bedingung eine Stelle der Nutzdaten, etwa data.state.',
)
export const pathOf = text('Stelle von Bedingung {number, number}')
export const reach = text('Wessen Ereignisse')
export const reachAll = text('Die aller Apps seiner Umgebung')
export const reachAllHint = text('Nur für Mitglieder; ein Schlüssel erreicht nur seine eigene App.')
export const reachForMembers = text(
  'Nur angemeldete Mitglieder dürfen die Ereignisse aller Apps zustellen lassen.',
)
export const reachApp = text('Die seiner App und die ohne App')
export const reachAppHint = text('Was über seine App kam oder zu keiner gehört.')
export const removeCondition = text('Bedingung {number, number} entfernen')
export const removeHeader = text('Header {number, number} entfernen')
export const save = text('Änderungen speichern')
export const schema = text('Schema')
export const schemaOf = text('Schema und Beispiel von {name}')
export const searchTypes = text('Ereignisarten durchsuchen')
export const severalValues = text('Werte, durch Kommas getrennt')
export const signing = text('Signatur')
export const simulate = text('Simulieren')
export const someTypes = text('Ausgewählte Arten')
export const someTypesHint = text('Durchsehen, was es gibt, jeweils mit Schema und Beispiel.')
export const takesMemberFor = text('{type} wird nur für angemeldete Mitglieder zugestellt.')
export const takesScopeFor = text('Für {type} braucht es {scope}, was Sie nicht haben.')
export const tookMs = text('dauerte {count, number} ms')
export const transformation = text('Umwandlung')
export const transformationFailed = text('Die Umwandlung ist fehlgeschlagen')
export const transformationHint = text(
  'JavaScript mit function transform(event), die zurückgibt, was gesendet wird, oder null für nichts. Sie läuft in einer Sandbox, höchstens 100 ms lang.',
)
export const tryWith = text('Ausprobieren mit')
export const typesChosen = text('{count, number} von {all, number} ausgewählt')
export const typesMissing = text('Wählen Sie mindestens eine Art.')
export const typeTakes = text('Dafür braucht es {scope}, was Sie nicht haben.')
export const url = text('URL')
export const urlHint = text(
  'Wo Ihr Server Meldungen per POST annimmt; https und aus dem Internet erreichbar.',
)
export const urlFinalDot = text('Lassen Sie den Punkt am Ende des Hosts weg.')
export const urlHintHere = text(
  'Wo Ihr Server Meldungen per POST annimmt; https und aus dem Internet erreichbar. Diese Demo nimmt auch eine auf ihrem eigenen Rechner an, etwa http://127.0.0.1:8787/webhooks.',
)
export const urlInnerHost = text(
  'Geben Sie einen Host an, den das Internet kennt; dieser Name gilt nur innerhalb eines Netzes.',
)
export const urlInside = text('Geben Sie eine Adresse an, die aus dem Internet erreichbar ist.')
export const urlLeadsInside = text(
  'Dieser Host führt zu Adressen, die aus dem Internet nicht erreichbar sind.',
)
export const urlLong = text('Geben Sie eine Adresse mit höchstens 2.000 Zeichen ein.')
export const urlMissing = text('Geben Sie eine Adresse wie https://example.com/webhooks ein.')
export const urlNotHttps = text('Geben Sie eine Adresse ein, die mit https:// beginnt.')
export const urlPort = text(
  'Geben Sie Port 443 an oder einen über 1023, den kein anderer Dienst hat.',
)
export const urlUnresolved = text(
  'Dieser Host führt noch zu keiner Adresse; prüfen Sie den Namen im DNS.',
)
export const urlWithFragment = text('Lassen Sie das # und alles danach weg: Es wird nie gesendet.')
export const urlWithPassword = text(
  'Lassen Sie Benutzer und Passwort weg; was Sie ausweist, gehört in einen Header.',
)
export const valueOf = text('Wert von Bedingung {number, number}')
export const wasAdded = text('Endpunkt hinzugefügt')
export const wasChanged = text('„{name}“ geändert')
export const wouldBeSent = text('Würde gesendet')
