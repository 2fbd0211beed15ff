import { text } from '@sonaqor/module/texts'

export const address = text('Pfad und Abfrage')
export const anExample = text('Ein Beispiel, in dem die meisten Regeln greifen')
export const beginWith = text('Beginnen mit')
export const body = text('Inhalt')
export const bodyCut = text(
  'Von einem Inhalt mit {bytes, plural, one {# Byte} other {# Bytes}} wird so viel aufbewahrt, wie hier steht.',
)
export const bodyGone = text(
  'Vom Inhalt wird nur die Größe aufbewahrt: {bytes, plural, one {# Byte} other {# Bytes}}.',
)
export const bodyHint = text('So, wie er gesendet wird, meist JSON.')
export const close = text('Schließen')
export const declaredBy = text(
  '{operation} legt fest, von welchen Feldern und Parametern die Werte aufbewahrt werden.',
)
export const empty = text('Einer leeren Anfrage')
export const headers = text('Header')
export const headersHint = text('Einer je Zeile, etwa User-Agent: shop/4.2')
export const kept = text('Was das Protokoll aufbewahrt')
export const keptHeaders = text(
  '{count, plural, one {Der eine Header, der aufbewahrt wird} other {Die # Header, die aufbewahrt werden}}',
)
export const loggedRequest = text('{request}, {status}, {at}')
export const method = text('Methode')
export const moreActs = text('Mehr zu diesen Protokollen')
export const noBody = text('Die Anfrage hat keinen Inhalt.')
export const noHeader = text(
  'Schreiben Sie einen Namen, einen Doppelpunkt und einen Wert; das ist keiner: {line}',
)
export const noOperation = text(
  'Dort antwortet keine Operation. Deshalb ist nichts festgelegt, und weder aus der Abfrage noch aus dem Inhalt wird ein Wert aufbewahrt.',
)
export const noPath = text('Beginnen Sie mit einem Schrägstrich, etwa /v1/customers')
export const ofTheLog = text(
  'Was das Protokoll unkenntlich gemacht hat, fehlt auch hier. Tragen Sie ein, was gesendet wurde.',
)
export const place = text(
  '{part, select, path {Pfad, Teil {name}} query {Abfrage, Parameter {name}} headers {Header {name}} body {Inhalt{name, select, whole {} other {: {name}}}} other {{part} {name}}}',
)
export const places = text('{count, plural, one {# Stelle} other {# Stellen}}')
export const privateWords = text(
  '{count, plural, one {Das eine vertrauliche Wort} other {Die # vertraulichen Wörter}}',
)
export const redactionAsked = text('Unkenntlichmachung ausprobieren …')
export const redactionDetail = text(
  'Sehen Sie, was das Protokoll von einer Anfrage aufbewahren würde, bevor Sie sie senden. Nichts von dem, was Sie hier eingeben, wird aufbewahrt.',
)
export const ruleCard = text('Kartennummer')
export const ruleCardDetail = text('Ziffern, die als Nummer einer Zahlungskarte aufgehen.')
export const ruleCarrier = text('Eine andere Anfrage')
export const ruleCarrierDetail = text(
  'Ein Inhalt, der eine andere Anfrage enthält, wird nicht aufbewahrt. Diese hat einen eigenen Eintrag.',
)
export const ruleEmail = text('E-Mail-Adresse')
export const ruleEmailDetail = text('Wo immer eine in einem Text steht.')
export const ruleFormat = text('Kein JSON')
export const ruleFormatDetail = text(
  'Von einem Inhalt, der nicht als JSON gelesen werden kann, wird nur die Größe aufbewahrt.',
)
export const ruleHeader = text('Header nicht auf der Liste')
export const ruleHeaderDetail = text(
  'Ein Header wird nur aufbewahrt, wenn bekannt ist, dass er nichts Vertrauliches enthält.',
)
export const ruleIban = text('IBAN')
export const ruleIbanDetail = text('Wo immer eine mit gültigen Prüfziffern in einem Text steht.')
export const ruleLength = text('Zu lang')
export const ruleLengthDetail = text(
  'Von einem Text über 2.048 Zeichen steht nur die Länge da; ein Header endet nach 512, ein Pfad nach 1.024, eine Abfrage nach 2.048 Zeichen.',
)
export const ruleName = text('Vertraulicher Name')
export const ruleNameDetail = text(
  'Alles unter einem Feld oder Parameter, in dessen Namen eines dieser Wörter steht.',
)
export const rulesDetail = text(
  'Sie gelten für alle gleich, wirken, bevor eine Anfrage aufgezeichnet wird, und lassen sich nicht abschalten. Die Zahl an einer Markierung ist die ihrer Regel.',
)
export const ruleSecret = text('Geheimnis')
export const ruleSecretDetail = text(
  'Schlüssel und Tokens von uns und von bekannten Diensten, JSON Web Tokens, PEM-Schlüssel und Anmeldedaten wie Bearer.',
)
export const rulesInForce = text('Geltende Regeln')
export const ruleSize = text('Inhalt über 16 KiB')
export const ruleSizeDetail = text(
  'Was jenseits dieser Grenze oder tiefer als 24 Ebenen liegt, fehlt.',
)
export const ruleNationalId = text('Sozialversicherungsnummer')
export const ruleNationalIdDetail = text('In den Gruppen, in denen die USA sie schreiben.')
export const ruleTelephone = text('Telefonnummer')
export const ruleTelephoneDetail = text('Mit Landesvorwahl oder in den Gruppen Nordamerikas.')
export const ruleUndeclared = text('Nicht festgelegt')
export const ruleUndeclaredDetail = text(
  'Von einem Feld, das die Operation nicht festlegt, wird nur der Typ aufbewahrt, von einem Parameter der Name.',
)
export const sent = text('Was gesendet wird')
export const showKept = text('Zeigen, was aufbewahrt wird')
export const takenOut = text(
  '{count, plural, =0 {Nichts wird unkenntlich gemacht} one {An # Stelle wird etwas unkenntlich gemacht} other {An # Stellen wird etwas unkenntlich gemacht}}',
)
export const tryRedaction = text('Unkenntlichmachung ausprobieren')
