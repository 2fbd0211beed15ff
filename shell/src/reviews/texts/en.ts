import { text } from '@sonaqor/ui/texts'

export const accessReviews = text('Access reviews')
export const actions = text('Actions')
export const allReviews = text('← All access reviews')
export const apiKeys = text('API keys')
export const byPerson = text('by {person}')
export const decideFirst = text(
  '{count, plural, one {# line is left to decide before the review can be signed.} other {# lines are left to decide before the review can be signed.}}',
)
export const decidedLines = text('Decided lines')
export const decidedOf = text('{done, number} of {total, number} decided')
export const decision = text('Decision')
export const discardEllipsis = text('Discard…')
export const discardReview = text('Discard review')
export const discardReviewDetail = text(
  '{count, plural, =0 {Nothing has been decided in it yet.} one {The decision on # line is lost.} other {The decisions on # lines are lost.}} That it was discarded stays in the audit log.',
)
export const discardReviewTitle = text('Discard this access review?')
export const downloadPdf = text('Download PDF')
export const downloadSignature = text('Download signature')
export const everything = text('All members and keys')
export const everythingDetail = text('Everybody and every key that has access now.')
export const fileHash = text('SHA-256 of the PDF, also in the audit log: {hash}')
export const hashToCopy = text('SHA-256')
export const isGone = text('no longer has access')
export const keep = text('Keep')
export const keepOf = text('Keep: {name}')
export const kept = text('Keep')
export const kind = text('Kind')
export const lastSeenOrUsed = text('Last seen or used')
export const lettersDecide = text(
  'With a row in focus, press K to keep it or R to mark it for removal. Arrows move between rows.',
)
export const lines = text('Lines')
export const linesCounted = text(
  '{total, plural, =0 {None} other {{kept, number} kept, {toRemove, number} to remove, of {total, number}}}',
)
export const linesOfReview = text('Members and keys that are reviewed')
export const linesShown = text('{count, plural, one {# line} other {# lines}}')
export const markForRemoval = text('Mark for removal')
export const markedForRemoval = text('To be removed')
export const marksRemoveNothing = text(
  'A mark removes nothing by itself: remove the members and revoke the keys as always.',
)
export const memberOrKey = text('Member or key')
export const members = text('Members')
export const neverSince = text('Never')
export const noLineMatches = text('No line matches the filters')
export const noReviews = text('No access reviews yet')
export const noReviewsDetail = text(
  'A review lists who and what still has access and was not seen for long. You decide line by line, and sign.',
)
export const nothingStale = text('Nothing to review')
export const nothingStaleDetail = text(
  'Everybody and every key was active within the last 30 days. You can sign the review as it is.',
)
export const openReview = text('Open the review of {at}')
export const readyToSign = text('Every line is decided. The review can be signed.')
export const remove = text('Remove')
export const removeOf = text('Remove: {name}')
export const reviewDiscarded = text('Access review discarded')
export const reviewIsSnapshot = text(
  'A review shows who and what has access at the moment when you start it.',
)
export const reviewOf = text('Access review of {at}')
export const reviewOpen = text('{undecided, plural, =0 {Ready to sign} other {Open, # undecided}}')
export const reviewSigned = text('Access review signed')
export const reviewSignedDetail = text('You can download it as a PDF now.')
export const reviewed = text('What is reviewed')
export const reviewsPurpose = text(
  'Who and what still has access, looked at one by one and signed. Auditors ask for this.',
)
export const reviewsShown = text('{count, plural, one {# review} other {# reviews}}')
export const signatureByUs = text('The signature is Sonaqor’s, by a key of the audit log: {guide}')
export const signChangesNoMore = text('The review changes no more.')
export const signDetail = text(
  'You, {name}, confirm that {kept, plural, one {# line is kept} other {# lines are kept}} and {toRemove, plural, one {# is to be removed} other {# are to be removed}}.',
)
export const signEllipsis = text('Sign…')
export const signKeepsPdf = text('It is kept as a PDF, and the hash of the PDF in the audit log.')
export const signReview = text('Sign review')
export const signTitle = text('Sign this access review?')
export const signed = text('Signed')
export const signedAt = text('by {person}, {at}')
export const stale = text('Stale')
export const staleDetail = text(
  'Members who were not here for 30 days, and keys that were not used for as long.',
)
export const staleOnly = text('Only what is stale')
export const startReview = text('Start review')
export const startReviewTitle = text('Start an access review')
export const started = text('Started')
export const startedBy = text('Started by {person}')
export const status = text('Status')
export const suspended = text('Suspended')
export const undecided = text('Undecided')
export const verifyGuide = text('How to verify it')
export const whatHappens = text('What happens')
export const widerFilters = text('Change or clear the filters to see more.')
