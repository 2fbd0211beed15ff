import { text } from '@sonaqor/ui/texts'

export const accessSuspended = text('Ihr Zugang ist gesperrt')
export const accessSuspendedDetail = text(
  'Ihre Angaben stimmen, aber Ihr Zugang zu {tenants} ist gesperrt. Bitten Sie dort einen Inhaber oder Administrator, ihn wieder freizugeben.',
)
export const backToSignIn = text('Andere Anmeldearten')
export const beginAgain = text('Neu beginnen')
export const comingIn = text('Sie werden angemeldet')
export const companyAddress = text('Geschäftliche E-Mail')
export const companyAddressHint = text('Wir führen Sie zum Anbieter Ihres Unternehmens.')
export const companyTitle = text('Mit Ihrem Unternehmen anmelden')
export const emailUnusable = text(
  'Ihr Anbieter nennt eine E-Mail-Adresse, an die nichts gesendet werden kann. Wenden Sie sich an dessen Betreuung.',
)
export const emailUnverified = text(
  'Ihr Anbieter hat Ihre E-Mail-Adresse nicht bestätigt. Wenden Sie sich an dessen Betreuung.',
)
export const goOn = text('Weiter')
export const goOnWithCompany = text('Weiter mit Ihrem Unternehmen')
export const keptOut = text(
  'Ihr Zugang wurde gesperrt oder entfernt. Wenden Sie sich an einen Inhaber oder Administrator.',
)
export const noMember = text(
  'Sie sind hier noch kein Mitglied. Bitten Sie einen Inhaber oder Administrator um eine Einladung.',
)
export const notOffered = text(
  'Für diese Domain ist keine Unternehmensanmeldung eingerichtet. Nutzen Sie Ihr Passwort oder einen Passkey.',
)
export const notProved = text(
  'Die Angaben Ihres Anbieters ließen sich nicht bestätigen. Beginnen Sie neu; geschieht es wieder, informieren Sie dessen Betreuung.',
)
export const notSignedInByCompany = text('Sie sind nicht angemeldet')
export const otherAccount = text(
  'Diese Adresse gehört bei Ihrem Anbieter zu einem anderen Konto. Wenden Sie sich an einen Inhaber.',
)
export const otherDomain = text(
  'Ihr Anbieter darf nicht für Ihre E-Mail-Adresse sprechen. Wenden Sie sich an einen Inhaber.',
)
export const providerFailed = text(
  'Der Anbieter Ihres Unternehmens antwortet nicht wie erwartet. Versuchen Sie es später erneut.',
)
export const providerRefused = text('Ihr Anbieter hat die Anmeldung beendet. Beginnen Sie neu.')
export const requiredByCompany = text('Ihr Unternehmen meldet sich über einen eigenen Anbieter an')
export const requiredByCompanyDetail = text(
  'Für diese Adresse gilt kein Passwort. Als Inhaber haben Sie sich vielleicht auch vertippt.',
)
export const signInOver = text(
  'Diese Anmeldung hat zu lange gedauert, ist bereits abgeschlossen oder begann in einem anderen Browser.',
)
