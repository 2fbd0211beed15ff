import type { OpenedSession } from '@sonaqor/contract/embeds'
import { AskDialog, useText, useToast } from '@sonaqor/ui'
import type { Say } from '@sonaqor/ui/texts'
import { nameOf } from './session-acts.ts'
import * as texts from './texts/en.ts'
import { useRevoking, type Revoking, type Whose } from './use-sessions.ts'

export interface RevokeDialogProps extends Revoking {
  readonly onClose: () => void
}

/** What is ended is ended: a page can only be opened anew, by the partner's own server. */
export function RevokeDialog({ whose, session, onClose }: RevokeDialogProps) {
  const say = useText()
  const toast = useToast()
  const revoking = useRevoking()
  const { title, verb, effect } = wordsOf[whose](session, say)
  const onDo = () =>
    revoking.mutate(
      { whose, session },
      {
        onSuccess: (count) => {
          onClose()
          toast({ tone: 'success', title: say(texts.wereRevoked, { count }) })
        },
      },
    )
  return (
    <AskDialog
      title={title}
      verb={verb}
      isBusy={revoking.isPending}
      error={revoking.error}
      onDo={onDo}
      onClose={onClose}
    >
      <p>{effect}</p>
      <p>{say(texts.revokeIsFinal)}</p>
    </AskDialog>
  )
}

interface Words {
  readonly title: string
  readonly verb: string
  readonly effect: string
}

const wordsOf: Readonly<Record<Whose, (session: OpenedSession, say: Say) => Words>> = {
  one: (session, say) => ({
    title: say(texts.revokeSessionTitle, { user: nameOf(session, say) }),
    verb: say(texts.revokeSession),
    effect: say(texts.revokeSessionEffect),
  }),
  user: (session, say) => ({
    title: say(texts.revokeOfUserTitle, { user: nameOf(session, say) }),
    verb: say(texts.revokeSessions),
    effect: say(texts.revokeOfUserEffect, { user: nameOf(session, say), app: session.app.name }),
  }),
  app: ({ app }, say) => ({
    title: say(texts.revokeOfAppTitle, { app: app.name }),
    verb: say(texts.revokeSessions),
    effect: say(texts.revokeOfAppEffect, { app: app.name }),
  }),
}
