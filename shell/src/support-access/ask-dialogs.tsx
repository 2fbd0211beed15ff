import { AskDialog, useText, useToast } from '@sonaqor/ui'
import { nameOf } from './access-words.ts'
import type { OfAccessProps } from './allow-dialog.tsx'
import * as texts from './texts/en.ts'
import { useDeny, useEnd } from './use-support-access.ts'

interface AskProps extends OfAccessProps {
  readonly title: string
  readonly detail: string
  readonly verb: string
  readonly done: string
  readonly act: ReturnType<typeof useEnd>
}

function Ask({ of: access, title, detail, verb, done, act, onClose }: AskProps) {
  const toast = useToast()
  const onDo = () =>
    act.mutate(access, {
      onSuccess: () => {
        onClose()
        toast({ tone: 'success', title: done })
      },
    })
  return (
    <AskDialog {...{ title, verb, onDo, onClose }} isBusy={act.isPending} error={act.error}>
      <p>{detail}</p>
    </AskDialog>
  )
}

export function DenyDialog(props: OfAccessProps) {
  const say = useText()
  const name = nameOf(props.of, say)
  return (
    <Ask
      {...props}
      act={useDeny()}
      title={say(texts.denyTitle, { name })}
      detail={say(texts.denyDetail, { name })}
      verb={say(texts.deny)}
      done={say(texts.isDenied, { name })}
    />
  )
}

export function EndDialog(props: OfAccessProps) {
  const say = useText()
  const name = nameOf(props.of, say)
  return (
    <Ask
      {...props}
      act={useEnd()}
      title={say(texts.endTitle, { name })}
      detail={say(texts.endDetail, { name })}
      verb={say(texts.endNow)}
      done={say(texts.isEnded, { name })}
    />
  )
}
