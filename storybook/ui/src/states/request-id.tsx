import { CopyButton } from '../copy/copy-button.tsx'
import { adopt } from '../styles/adopt.ts'
import * as texts from '../texts/en.ts'
import { Said } from '../texts/said.tsx'
import { useText } from '../texts/use-text.ts'
import sheet from './request-id.css'

adopt(sheet)

/** What finds a request in our logs, for whoever writes to support. */
export function RequestIdToCopy({ of: id }: { readonly of: string }) {
  const say = useText()
  return (
    <span className="sq-request-id">
      <Said of={texts.request} with={{ id: <code>{id}</code> }} />
      <CopyButton text={id} what={say(texts.requestId)} />
    </span>
  )
}
