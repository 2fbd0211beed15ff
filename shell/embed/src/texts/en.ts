import { text } from '@sonaqor/module/texts'

export const away = text(
  'You are offline. What is here stays, and goes on once the connection is back.',
)
export const broken = text('Something went wrong while this was shown.')
export const checkConnection = text('Check the connection and try again.')
export const close = text('Close')
export const comesBack = text('This part appears by itself as soon as the connection is back.')
export const details = text('Details')
export const ended = text('The session on this page has ended.')
export const goOnThere = text('Go on in the window that opened.')
export const heldBack = text('The security policy of this page keeps Sonaqor from being reached.')
export const iAmBack = text('I am back')
export const loading = text('Loading')
export const notInSession = text('The session on this page does not include this part.')
export const notOpened = text('This could not be opened. Check the connection and try again.')
export const notShown = text('{title} cannot be shown')
export const offline = text('Sonaqor cannot be reached at the moment.')
export const openWindow = text('Open the window')
export const otherApp = text('The session on this page belongs to another app.')
export const otherOrigin = text('The session was not opened for the address of this page.')
export const otherVersion = text(
  'Another version of this part is current now. Showing it drops what was typed and not sent.',
)
export const pageOwner = text('Whoever runs this page can set it right.')
export const reload = text('Try again. If that does not help, load the page anew.')
export const retry = text('Try again')
export const showIt = text('Show it')
export const signIn = text('Try again. If that does not help, sign in to this page anew.')
export const silentFrame = text('The secure window did not answer.')
export const slow = text('Still loading. The connection seems to be slow.')
export const stay = text('Go back')
export const stayHere = text('Stay on this page')
export const thisNotShown = text('This part cannot be shown')
export const trace = text('For support: {trace}')
export const unavailable = text('This part is not available at the moment.')
export const unsigned = text('The session could not be opened.')
export const windowBlocked = text('Your browser did not open the window in which this is done.')
export const withdrawn = text(
  'This version was taken back. What is open here stays until you leave it.',
)
