import { adopt, Banner, Button, useText } from '@sonaqor/ui'
import { useState } from 'react'
import * as texts from '../texts/en.ts'
import sheet from './came-from.css'

adopt(sheet)

/** Says to whoever was led here by a partner's page how they get back: that page is still open. */
export function CameFrom({ page }: { readonly page: string }) {
  const say = useText()
  const [stays, setStays] = useState(false)
  const close = () => {
    window.close()
    // A browser lets a page close no window that somebody opened by hand.
    setTimeout(() => setStays(true), 300)
  }
  return (
    <div className="sq-came-from">
      <Banner
        title={say(texts.cameFrom, { page })}
        actions={
          <Button size="small" onClick={close}>
            {say(texts.closeWindow)}
          </Button>
        }
      >
        {stays ? say(texts.closeByHand) : say(texts.closeWhenDone)}
      </Banner>
    </div>
  )
}
