import { useParts } from '@sonaqor/module'
import { Menu, useText, useToast, type MenuGroup } from '@sonaqor/ui'
import { useState } from 'react'
import * as common from '../texts/en.ts'
import * as texts from './texts/en.ts'

/** The way to what the log keeps of a request, and why: few ask for it, so it stands behind a sign. */
export function RedactionAct() {
  const say = useText()
  const [isOpen, setOpen] = useState(false)
  const acts: MenuGroup = {
    id: 'acts',
    items: [
      {
        id: 'redaction',
        icon: 'contrast',
        label: say(texts.redactionAsked),
        onChoose: () => setOpen(true),
      },
    ],
  }
  return (
    <>
      <Menu label={say(texts.moreActs)} icon="more" groups={[acts]} />
      {isOpen && <Opened onClose={() => setOpen(false)} />}
    </>
  )
}

/** Its part comes once it is asked for, and not before. */
function Opened({ onClose }: { readonly onClose: () => void }) {
  const say = useText()
  const show = useToast()
  const { parts } = useParts(
    () => import('./redaction-part.ts'),
    true,
    () => {
      onClose()
      show({ tone: 'danger', title: say(common.notOpened), detail: say(common.notOpenedBecause) })
    },
  )
  return parts && <parts.RedactionDialog onClose={onClose} />
}
