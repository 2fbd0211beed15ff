/** single-spa without the global that it leaves in a page which is not ours. The order matters. */
import { giveBack } from './page-globals.ts'
import {
  mountRootParcel,
  navigateToUrl,
  registerApplication,
  start,
  triggerAppChange,
  unregisterApplication,
} from 'single-spa'

giveBack()

export {
  mountRootParcel,
  navigateToUrl,
  registerApplication,
  start,
  triggerAppChange,
  unregisterApplication,
}
