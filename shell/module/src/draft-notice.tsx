import { Banner, Button, RelativeTime, Said, useText } from '@sonaqor/ui'
import * as texts from './texts/en.ts'
import type { Draft } from './use-draft.ts'

/** Says where words come from that somebody finds written, and lets them choose between two of them. */
export function DraftNotice<T>({ draft }: { readonly draft: Draft<T> }) {
  const say = useText()
  const { other, broughtBack, choose, startOver } = draft
  if (other) {
    return (
      <Banner
        tone="warning"
        title={say(texts.writtenElsewhere)}
        actions={
          <>
            <Button size="small" onClick={() => choose('other')}>
              {say(texts.takeOther)}
            </Button>
            <Button size="small" onClick={() => choose('mine')}>
              {say(texts.keepThis)}
            </Button>
          </>
        }
      >
        <Said
          of={texts.writtenElsewhereDetail}
          with={{ at: <RelativeTime at={other.savedAt} /> }}
        />
      </Banner>
    )
  }
  if (broughtBack === undefined) return null
  return (
    <Banner
      title={say(texts.broughtBack)}
      actions={
        <Button size="small" onClick={startOver}>
          {say(texts.startOver)}
        </Button>
      }
    >
      <Said of={texts.broughtBackDetail} with={{ at: <RelativeTime at={broughtBack} /> }} />
    </Banner>
  )
}
