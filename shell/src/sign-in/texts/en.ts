import { text } from '@sonaqor/ui/texts'

export const accessSuspended = text('Your access is suspended')
export const accessSuspendedDetail = text(
  'Your details are right, but your access to {tenants} is suspended. Ask an owner or admin there to let you in again.',
)
export const backToSignIn = text('Other ways to sign in')
export const beginAgain = text('Begin again')
export const comingIn = text('Signing you in')
export const companyAddress = text('Work e-mail')
export const companyAddressHint = text('We lead you to the provider of your company.')
export const companyTitle = text('Sign in with your company')
export const emailUnusable = text(
  'Your provider names an e-mail address that no mail can be sent to. Ask the people who run it.',
)
export const emailUnverified = text(
  'Your provider has not confirmed your e-mail address. Ask the people who run it.',
)
export const goOn = text('Go on')
export const goOnWithCompany = text('Go on with your company')
export const keptOut = text(
  'Your access has been suspended or removed. Ask an owner or admin of your company.',
)
export const noMember = text(
  'You are no member here yet. Ask an owner or admin of your company for an invitation.',
)
export const notOffered = text(
  'No company signs in with addresses of this domain. Use your password or a passkey instead.',
)
export const notProved = text(
  'What your provider said could not be confirmed. Begin again; if it happens once more, tell the people who run it.',
)
export const notSignedInByCompany = text('You are not signed in')
export const otherAccount = text(
  'This address belongs to another account at your provider. Ask an owner of your company.',
)
export const otherDomain = text(
  'Your provider may not speak for your e-mail address. Ask an owner of your company.',
)
export const providerFailed = text(
  'The provider of your company does not answer as it should. Try again in a while.',
)
export const providerRefused = text('Your provider has ended the sign-in. Begin again.')
export const requiredByCompany = text('Your company signs in with its own provider')
export const requiredByCompanyDetail = text(
  'A password is not looked at for this address. If you are an owner, the password may also have been mistyped.',
)
export const signInOver = text(
  'This sign-in took too long, was finished already, or was begun in another browser.',
)
