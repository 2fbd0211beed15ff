import { text } from '@sonaqor/module/texts'

export const cancel = text('Abbrechen')
export const done = text('Fertig')
export const oldUntil = text('Altes, signiert bis {when}')
export const oldWarning = text('Bis dahin trägt jeder Versuch die Signaturen von beiden.')
export const overlapDay = text('24 Stunden')
export const overlapDayMeans = text(
  'Für die meisten: Zeit, das neue beim Empfänger zu hinterlegen.',
)
export const overlapHour = text('1 Stunde')
export const overlapHourMeans = text('Wenn Sie es gleich jetzt wechseln.')
export const overlapNow = text('Sofort beenden')
export const overlapNowMeans = text(
  'Wenn jemand anders das alte kennt. Ihr Empfänger lehnt Meldungen ab, bis er das neue kennt.',
)
export const overlapQuestion = text('Wie lange soll das alte noch mitsignieren?')
export const overlapWeek = text('7 Tage')
export const overlapWeekMeans = text('Wenn der Empfänger jemand anderem gehört.')
export const publicKey = text('Öffentlicher Schlüssel')
export const publicWarning = text('Er ist kein Geheimnis: Er prüft und signiert nichts.')
export const rotate = text('Geheimnis rotieren')
export const rotationMeans = text(
  'Er bekommt ein neues. Während beide gelten, werden Meldungen mit beiden signiert, sodass Ihr Empfänger nichts verpasst.',
)
export const secret = text('Webhook-Geheimnis')
export const secretOf = text('Das Geheimnis von „{name}“')
export const secretShown = text('Damit prüft Ihr Empfänger')
export const secretWarning = text(
  'Wer es hat, kann Meldungen in unserem Namen signieren. Bewahren Sie es bei den Geheimnissen Ihres Empfängers auf; Sie können es erneut anzeigen lassen.',
)
export const seeSecrets = text('Geheimnisse von Endpunkten zu sehen')
export const showingIsAudited = text(
  'Wer es hat, kann Meldungen in unserem Namen signieren. Dass es Ihnen gezeigt wurde, steht im Audit-Protokoll.',
)
export const showSecret = text('Geheimnis anzeigen')
export const twoAlready = text('Es signieren schon zwei Geheimnisse')
export const twoAlreadyMeans = text(
  'Das alte signiert bis {when} und endet sofort, wenn Sie jetzt rotieren.',
)
export const wasRotated = text('Geheimnis rotiert')
