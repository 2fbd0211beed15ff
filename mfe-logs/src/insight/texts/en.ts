import { text } from '@sonaqor/module/texts'

export const asTable = text('Table')
export const breakdown = text('Breakdown')
export const commonestAlone = text('Only the {count, number} most frequent are listed.')
export const countedAt = text('As of {at}')
export const countAgain = text('Count again')
export const countedNoFurther = text(
  'Counted from {when} on. Counting further back takes too long: choose a shorter range, or search for what fewer requests have in common.',
)
export const countedSince = text(
  'Counted from {when} on. Earlier requests are not counted, because that takes long.',
)
export const countFurther = text('Count further back')
export const countingFurther = text('Counted from {when} on so far, counting further back.')
export const deleteForGood = text('Delete for good')
export const deleteIt = text('Delete')
export const deleteNamed = text('Delete {name}')
export const fewer = text('Fewer')
export const groupCounted = text('{group} {count, number}')
export const howToZoom = text(
  'Drag to zoom. By keyboard: arrows look at a bar, with Shift they choose several, Enter zooms.',
)
export const manageViews = text('Manage views')
export const manageViewsAsked = text('Manage views…')
export const meantEarlier = text('{meant}: show the newest, of {day}')
export const meantInstead = text(
  '{kind, select, key {Requests of the key {name}} app {Requests of the app {name}} imported {Imported requests} exact {Path is {name}} line {Method is {method}, path is {name}} status {Status is {name}} network {From {name}} other {Path contains {name}}}',
)
export const more = text('{count, number} more')
export const moreActs = text('Actions')
export const moreForThese = text('Actions for these requests')
export const noViews = text('No view is saved yet.')
export const notCounted = text('The requests could not be counted.')
export const ofNewest = text('of the newest {count, number}')
export const ownViews = text('Your views')
export const path = text('Path')
export const rename = text('Rename')
export const renameView = text('Rename {name}')
export const requestsAtLeast = text(
  '{count, plural, =0 {None so far} one {At least # request} other {At least # requests}}',
)
export const requestsAtLeastIn = text(
  '{when}: {count, plural, =0 {no request} one {# request} other {# requests}}, {refused, number} refused, {failed, number} failed; earlier ones are not counted',
)
export const requestsIn = text(
  '{when}: {count, plural, one {# request} other {# requests}}, {refused, number} refused, {failed, number} failed',
)
export const requestsOverTime = text('Requests over time')
export const resetZoom = text('Reset zoom')
export const saveView = text('Save view')
export const saveViewAsked = text('Save this view…')
export const share = text('Share')
export const shareNamed = text('Share {name} with the team')
export const shareView = text('Share it with the team')
export const sharedByTeam = text('Shared')
export const showNewest = text('Show the newest, of {day}')
export const sinceThen = text('Counted from {when} on, as in the chart.')
export const spanNotCounted = text(
  'A hundred years at most are counted at once. Choose a shorter range.',
)
export const stretchOfTime = text('Stretch of time')
export const teamsViews = text('Shared with the team')
export const uncounted = text('Not counted')
export const uncountedIn = text('{when}: not counted')
export const unshare = text('Stop sharing')
export const unshareNamed = text('Stop sharing {name}')
export const viewName = text('Name')
export const viewNameHint = text('It keeps the search, the filters and the range of time.')
export const viewNameMissing = text('Give the view a name.')
export const viewOf = text('{name}, by {maker}')
export const viewSaved = text('View {name} saved')
export const views = text('Views')
