/** What a page of the docs can do beyond being read: search, samples in one's language, trying it. */
import { showPlace } from './place.ts'
import { openTabs } from '../session/tabs.ts'
import { holdKey } from './held-key.ts'
import { openKeyPanel } from './key-panel.ts'
import { openLending } from './lending.ts'
import { startSamples } from './samples.ts'
import { startSearch } from './search.ts'
import { startTrying } from './try-it.ts'

const key = holdKey()
showPlace(document)
startSearch(document)
startSamples(document, key)
startTrying(document, key, () =>
  openKeyPanel(document, key, openLending(location.origin, openTabs())),
)
