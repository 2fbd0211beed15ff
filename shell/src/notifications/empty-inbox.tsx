import { Empty, useText } from '@sonaqor/ui'
import * as texts from './texts/en.ts'

/** Nobody has been told anything yet. */
export function EmptyInbox() {
  const say = useText()
  return <Empty title={say(texts.emptyInbox)}>{say(texts.emptyInboxDetail)}</Empty>
}
