import type { Say } from '@sonaqor/ui/texts'
import * as texts from '../texts/en.ts'

/** What is asked before a form is closed in which something was filled in. */
export function leavingIn(say: Say) {
  return {
    question: say(texts.discardEntered),
    leave: say(texts.discard),
    stay: say(texts.keepEditing),
  }
}
