import { text } from '@sonaqor/module/texts'

export const answered = text('Answered')
export const answeredWith = text('Answered {status}')
export const answers200 = text('It takes each message, and the delivery is done.')
export const answers400 = text(
  'It refuses each message. We try again with longer and longer pauses: {attempts, number} attempts over about three days.',
)
export const answers410 = text(
  'It wants nothing any more: the delivery is given up at once, and the inbox closes, as an endpoint would be disabled.',
)
export const answers429 = text(
  'It asks us to slow down. We try again with longer and longer pauses: {attempts, number} attempts over about three days.',
)
export const answers500 = text(
  'It breaks at each message. We try again with longer and longer pauses: {attempts, number} attempts over about three days.',
)
export const answers503 = text(
  'It is out of service for now. We try again with longer and longer pauses: {attempts, number} attempts over about three days.',
)
export const answersTitle = text('What it answers')
export const attempt = text('Attempt')
export const body = text('Body')
export const checkRules = text('Check rule by rule')
export const clear = text('Forget messages')
export const clearAsked = text('Forget all messages…')
export const clearMeans = text(
  '{count, plural, one {# message is} other {# messages are}} forgotten, for everybody who looks into this inbox. This cannot be undone. Their deliveries stay in the log.',
)
export const clearTitle = text('Forget what the inbox holds?')
export const closedByFailing = text(
  'It answered nothing but failures for days, and was closed as an endpoint would be disabled. What it holds stays to be read.',
)
export const closedByGone = text(
  'It answered 410, and was closed as an endpoint would be disabled. Opened again with that answer, it closes at the next message.',
)
export const closedMeans = text(
  'Nothing is delivered to it. What happens meanwhile is kept as skipped, and what it holds stays to be read.',
)
export const closeInbox = text('Close the inbox')
export const connecting = text('Connecting')
export const forwardBroken = text('Connection broken off')
export const forwardRefused = text('Connection refused')
export const forwardTimeout = text('No answer in time')
export const goToProjects = text('Go to projects')
export const headers = text('Headers')
export const hideRules = text('Hide the rules')
export const holdsNothing = text('It holds no messages.')
export const howTheyCome = text(
  'As soon as something happens in this app, its message stands here. A test is there at once.',
)
export const howToListen = text('How to listen')
export const invalid = text('Invalid')
export const invalidMeans = text('It did not verify with the secret of this inbox when it came.')
export const invalidNamed = text('{type}, answered {status}, signature invalid')
export const isClosed = text('The test inbox is closed')
export const listenMeans = text(
  'Hands each message on to your machine as long as it runs, byte by byte as it was sent, so that the signature verifies there with the secret of this inbox.',
)
export const listenNeeds = text(
  'The key needs {read} and {values}, which an owner or admin can grant. What it may not see as it was sent is never forwarded, for it would not verify.',
)
export const listenTitle = text('On your machine')
export const live = text('Live')
export const lookBeforeBuilding = text('See what you would receive before you build a receiver')
export const message = text('Message')
export const messageNamed = text('{type}, answered {status}, signature valid')
export const messages = text('Messages')
export const messagesShown = text('{count, plural, one {# message} other {# messages}}')
export const moreActs = text('More actions')
export const nextMessage = text('Next message')
export const noApp = text('There is no sandbox app yet')
export const noAppWords = text(
  'A test inbox belongs to an app of the sandbox. Create one in a project, and its inbox can be opened here.',
)
export const noneOfType = text('It holds no messages of this type')
export const noNext = text('This is the last message')
export const noPrevious = text('This is the first message')
export const nothingComes = text('It holds no messages, and none come while it is closed.')
export const nothingYet = text('No messages yet')
export const notLive = text('Not live')
export const notPassedOn = text('Not handed on')
export const openAgain = text('Open it again')
export const openInbox = text('Open the test inbox')
export const otherTypes = text('Choose another type, or all of them.')
export const passedOn = text('Handed on')
export const previousMessage = text('Previous message')
export const purpose = text(
  'Checks what a sandbox app would be sent, and keeps it to be looked at.',
)
export const received = text('Received')
export const sandboxAlone = text('Test inboxes are for the sandbox')
export const sandboxAloneBecause = text(
  'What happens in production concerns real customers, and is sent to endpoints of yours alone. In the sandbox each app has an inbox to try webhooks with.',
)
export const secret = text('Secret')
export const secretMeans = text('A receiver on your machine verifies with it, too.')
export const showDelivery = text('Show the delivery')
export const signature = text('Signature')
export const signatureInvalid = text('Signature invalid')
export const signatureValid = text('Signature valid')
export const statusAndTime = text('{status}, {time}')
export const terminal = text('In your terminal')
export const toSandbox = text('Go to the sandbox')
export const valid = text('Valid')
export const validMeans = text(
  'It verified with the secret of this inbox when it came, as a receiver of yours would do it.',
)
export const wasCleared = text('The messages are forgotten')
export const wasClosed = text('The test inbox is closed')
export const whatItIs = text(
  'The test inbox is a receiver that we host. From the moment it is open, each event of the app is delivered to it: signed, tried again and logged like any delivery to an endpoint of yours.',
)
export const whatItIsFor = text(
  'The test inbox is a receiver that we host. From the moment it is open, each event of “{name}” is delivered to it: signed, tried again and logged like any delivery to an endpoint of yours.',
)
export const whatOneDoes = text(
  'You see headers, body and signature of each message, choose what the inbox answers, and have messages handed on to your machine. The last {messages, number} messages are kept, for {days, number} days.',
)
export const whoMayOpen = text('Who holds {scope} can open it.')
