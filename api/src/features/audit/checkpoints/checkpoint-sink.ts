/** Where checkpoints go, so that they are also where nobody who owns this database can reach. */
/** A checkpoint as it leaves. What is signed says all of the rest once more. */
export interface SentCheckpoint {
  readonly tenant: string
  readonly sequence: number
  readonly head: string
  readonly at: string
  readonly keyId: string
  readonly signed: string
}

export interface CheckpointSink {
  /** Resolves once it is kept there; whatever it throws, the same one is sent again. */
  send(checkpoint: SentCheckpoint): Promise<void>
}

const answerWithinMs = 10_000

/** To an address that keeps what is posted to it, and answers with 2xx when it has. */
export function httpSink(url: string): CheckpointSink {
  return {
    async send(checkpoint) {
      const answer = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          // Whoever gets one twice knows it by this.
          'idempotency-key': `${checkpoint.tenant}-${checkpoint.sequence}`,
        },
        body: JSON.stringify(checkpoint),
        redirect: 'error',
        signal: AbortSignal.timeout(answerWithinMs),
      })
      await answer.body?.cancel()
      if (!answer.ok) throw new Error(`the sink of checkpoints answered ${answer.status}`)
    },
  }
}
