import { text } from '@sonaqor/module/texts'

export const addAsync = text('Add async:')
export const addCrossOrigin = text('Add it:')
export const addElement = text('Write one where it is to be seen.')
export const addScopes = text(
  'Add it where your server opens the session. The key that opens it must have it too.',
)
export const alignApp = text(
  'Use the key of that app on your server, or correct the attributes “app” and “environment”.',
)
export const allowClipboard = text('Name our address too.')
export const allowConnect = text(
  'Allow our address twice, for calls (https) and for live updates (wss).',
)
export const allowFrame = text(
  'Allow our address in frame-src, and register the origin of this page, and of every page around it, with the app.',
)
export const allowFrames = text('Allow our address for frames.')
export const allowLive = text(
  'Allow wss: in connect-src. If it is there, a proxy on the way does not let WebSockets through.',
)
export const allowScripts = text(
  "Give the loader’s tag the nonce of the answer, with 'strict-dynamic' beside it, or list our address.",
)
export const allowTypes = text(
  "Name it, and sonaqor-loader beside it where the npm package brings our script. 'allow-duplicates' is not needed: each is made once.",
)
export const areaTitle = text(
  '{area, select, policy {Policy} origin {Origin} clock {Clock} session {Session} scopes {Views and scopes} release {Release} other {Network}}',
)
export const askSupport = text(
  'Send this report to support if the sentence does not tell what to change.',
)
export const browserRefused = text('The browser has just refused {blocked} because of {directive}.')
export const checkAgain = text('Check again')
export const checking = text('Checking…')
export const chooseElement = text('There are: {known}.')
export const clipboardRefused = text(
  'Permissions-Policy keeps our frame from the clipboard: a new key cannot be copied by its button.',
)
export const clockAdvice = text(
  'Sonaqor does not go by it. Your own sign-in may: cookies and tokens with an end count as over, or as not begun. Let the computer set its clock by itself.',
)
export const clockOff = text(
  'The clock of this computer is {unit, select, second {{count, plural, one {# second} other {# seconds}}} minute {{count, plural, one {# minute} other {# minutes}}} hour {{count, plural, one {# hour} other {# hours}}} other {{count, plural, one {# day} other {# days}}}} {by, select, ahead {ahead} other {behind}}.',
)
export const clockRight = text('The clock of this computer is right.')
export const clockUnread = text('The clock could not be compared, for no session was opened.')
export const closeDoctor = text('Close')
export const connectAllowed = text('The policy allows calls and live updates.')
export const connectRefused = text('The policy stops calls or live updates to {origin}.')
export const copied = text('Copied')
export const copy = text('Copy')
export const copyReport = text('Copy report')
export const doctor = text('Embed doctor')
export const dropIntegrity = text(
  'Leave integrity out. The loader checks all that it loads by hashes of its own.',
)
export const elementFailed = text('<{element}> could not be shown: {error}')
export const elementMayShow = text('<{element}> may show its view.')
export const elementNotPublished = text('No module has an element <{element}>.')
export const elementUnknown = text(
  'Whether <{element}> may show its view is not known, for its session could not be opened.',
)
export const embedderRefuses = text(
  'Cross-Origin-Embedder-Policy: {value} keeps our secure frame out: no key can be issued in this page.',
)
export const exchangeOrigin = text('The session was not opened for the origin of this page.')
export const exchangeRefused = text('Sonaqor refused the client secret ({status}): {detail}')
export const exchangeUnreached = text(
  'The client secret could not be tried: Sonaqor did not answer.',
)
export const exchangeWorks = text('Sonaqor takes the client secret.')
export const fetchFailed = text('fetchSession failed: {message}')
export const fetchGaveKey = text(
  'fetchSession handed an API key to the page, where everybody can read it.',
)
export const fetchGaveOther = text('fetchSession brought {got} in place of a client secret.')
export const fetchLate = text('fetchSession did not answer within {seconds, number} seconds.')
export const fetchReplaced = text('Something in the page has replaced the browser’s fetch.')
export const fetchSlow = text(
  'fetchSession took {ms, number} ms. Nothing is shown before it answers.',
)
export const fetchWorks = text('fetchSession brought a client secret in {ms, number} ms.')
export const frameAnswers = text('Our secure frame answers.')
export const frameSilent = text(
  'Our secure frame does not answer: no key can be issued in this page.',
)
export const framesAllowed = text('The policy allows our secure frame.')
export const framesRefused = text(
  'The policy stops frames of {origin}: no key can be issued in this page, and the frame mode shows nothing.',
)
export const giveOrigin = text(
  'Add allow-same-origin to the frame around it, or open the page by itself.',
)
export const giveSecret = text('Hand on what POST /v1/embed-sessions answered, as this object:')
export const inOrder = text('{count, plural, one {# in order} other {# in order}}')
export const keepWorkerOut = text('Let it pass requests to other origins on untouched.')
export const listView = text('Add it where your server opens the session:')
export const liveFails = text(
  'No live connection can be opened: what is shown does not update by itself.',
)
export const liveWorks = text('A live connection can be opened.')
export const loadAnew = text('Load the page anew.')
export const loadByHttps = text('Write https in the address of the loader.')
export const loadOnce = text('One tag is enough for the whole page; a second one does nothing.')
export const loaderBlocks = text('The page waits for the loader before it goes on.')
export const loaderNoCors = text(
  'The loader’s tag has no crossorigin, so its errors reach you without their cause.',
)
export const loaderOld = text('There is a newer loader than the one that runs here.')
export const loaderPinned = text(
  'The loader’s tag names a hash. With our next release the browser will refuse it.',
)
export const loaderRight = text('The loader’s tag is as it should be.')
export const loaderTwice = text('The page loads the loader more than once.')
export const lookAtFetch = text(
  'Look at the request to your own server in the network panel: its status, whether cookies go with it (credentials), and CORS where it is of another origin. connect-src has to allow it too.',
)
export const lookAtNetwork = text(
  'Look in the network panel at what became of /v1/registry: a policy, a blocker and a proxy each leave their mark there.',
)
export const loosenEmbedder = text(
  'Serve this page without it, or keep it to pages without embeds.',
)
export const loosenOpener = text('Allow windows of other origins to answer.')
export const loosenSandbox = text(
  'Allow these in the sandbox directive, or leave the directive out.',
)
export const mendPlanned = text('Change it before you enforce it.')
export const mixedContent = text(
  'The page comes by https and loads Sonaqor by http, which browsers refuse.',
)
export const nameOrigin = text(
  'Name the origin of this page in “origins” when your server opens the session. It has to be registered with the app.',
)
export const nameUser = text('Name who sits before the page when your server opens the session:')
export const noElements = text('No element of ours stands in this page.')
export const noPolicy = text('This page has no Content Security Policy, so none stands in the way.')
export const noUser = text(
  '<{element}> can only be read: the session has {scopes}, but names no user.',
)
export const notCopied = text('Could not be copied. It is selected now.')
export const notStarted = text(
  'No session of this page is at work: none was started, or no element asks for it.',
)
export const ofSeveral = text(
  '{refusing, plural, one {One} other {#}} of {count, number} policies does so, and a page obeys all of them.',
)
export const openEachTime = text(
  'Open a new session at each call of fetchSession. Keep no client secret, neither in the page nor in a cache.',
)
export const openLonger = text(
  'Open sessions with more “minutes”, or open a new one at each call of fetchSession.',
)
export const openerCutsOff = text(
  'Cross-Origin-Opener-Policy cuts off windows that an embed opens: critical acts do not find back to this page.',
)
export const originHasMore = text('“{typed}” is more or less than an origin.')
export const originInsecure = text(
  'This page comes by http: whoever is on the way can read and change it.',
)
export const originIsFile = text('This page was opened as a file, and files have no origin.')
export const originIsNull = text(
  'This page has no origin of its own: it stands in a sandboxed frame or came from a data address.',
)
export const originNearly = text(
  '{origin} is not registered. {registered} is, which differs by {by, select, scheme {http and https} port {the port} other {“www.”}}.',
)
export const originRegistered = text('{origin} is registered with the app.')
export const originTaken = text('Sonaqor takes {origin} for this session.')
export const originUnread = text('This is no address of a page.')
export const originUnregistered = text(
  '{origin} is not among the origins of the app or of the session.',
)
export const otherThanExpected = text(
  '<{element}> expects {expected}, but the session is for {got}.',
)
export const ownFetch = text(
  'Ours is taken before that where our script runs first. If calls fail, load the loader earlier.',
)
export const ownReact = text('Modules bring React {version} of their own; yours is not touched.')
export const pageIsFramed = text(
  'This page stands in a frame of {origins}. Our secure frame asks for every page around it.',
)
export const pastePolicy = text(
  'Run curl -I on the page’s address, and paste the answer under Embeds, Doctor in the Partner Dashboard.',
)
export const plannedRefuses = text(
  'A policy that only reports so far would stop {count, plural, one {one thing} other {# things}} that an embed needs.',
)
export const policyUnread = text('The headers of this page could not be read from here.')
export const registerAround = text(
  'Register those origins with the app too, or open the page by itself.',
)
export const registerOrigin = text(
  'Register it in the settings of the app, and name it in “origins” when your server opens the session.',
)
export const registerThis = text('This is its origin, as it has to be registered:')
export const registryReached = text('The registry of releases answers.')
export const registryUnreached = text('The registry of releases does not answer.')
export const releaseCurrent = text('<{element}> runs {release}, which is current.')
export const releaseOld = text('<{element}> runs {release}; {current} is current.')
export const releaseUnknown = text('Which release <{element}> runs is not known yet.')
export const renewalFailed = text(
  'A second call of fetchSession failed, so the embed stops when its token runs out.',
)
export const renewalSame = text(
  'A second call of fetchSession brought the same client secret, which works only once.',
)
export const renewalWorks = text(
  'A second call brings another session, so the page goes on after the first token.',
)
export const revokeKey = text(
  'Revoke that key now. The key stays on your server; the page gets the clientSecret of POST /v1/embed-sessions.',
)
export const sandboxAllows = text('The page’s sandbox leaves room for an embed.')
export const sandboxRefuses = text('The page’s sandbox withholds {flags}.')
export const scopesLacking = text('The session lacks {scopes}, which <{element}> needs.')
export const scriptsAllowed = text('The policy lets our scripts run.')
export const scriptsRefused = text('The policy stops the scripts of {origin}.')
export const secretUsed = text('The client secret was used before, or is older than a minute.')
export const seeOthersFirst = text(
  'If another check here names something wrong, begin there; then press “Try again” in the element.',
)
export const seePolicy = text(
  'Allow it in {directive}. What a whole policy needs stands under “Policy”.',
)
export const serveByHttps = text('Serve it by https, and register that origin.')
export const serveIt = text('Serve it, if only by npx serve on your own machine.')
export const sessionLasts = text(
  'Sonaqor takes the client secret. The session lasts another {minutes, plural, one {# minute} other {# minutes}}.',
)
export const sessionNotStarted = text(
  '<{element}> waits for {session, select, unnamed {a session} other {a session of the name “{session}”}}, and none was started.',
)
export const speedUpFetch = text(
  'Let your server open the session directly, without reading other things first.',
)
export const startNamed = text('Start it, or correct the attribute “session”.')
export const startSession = text(
  'Call Sonaqor.start once the loader is there, and write an element.',
)
export const stateOf = text(
  '{state, select, good {Good} warning {Warning} wrong {Wrong} other {Not checked}}',
)
export const stylesNeedNothing = text('Styles need nothing: ours are constructed sheets.')
export const typesAllowed = text(
  'Trusted Types let our policy “sonaqor” be made. Where the npm package brings our script, name “sonaqor-loader” as well.',
)
export const typesRefused = text(
  'The policy does not name the Trusted Types policy “sonaqor”, so our scripts cannot be loaded.',
)
export const unexamined = text('The doctor could not look at this page: {error}')
export const verdict = text(
  '{wrong, plural, =0 {{warnings, plural, =0 {All is well.} one {It works; one thing deserves a look.} other {It works; # things deserve a look.}}} one {One thing has to be changed.} other {# things have to be changed.}}',
)
export const viewNotListed = text('The session does not list {view}, which <{element}> shows.')
export const wholePolicy = text('A policy that would do')
export const workerBetween = text(
  'A service worker of the page ({worker}) may answer in place of the network.',
)
export const writeElement = text('Did you mean this one?')
export const writeOrigin = text(
  'Write scheme, host and port, such as https://portal.example.com. There are no wildcards.',
)
