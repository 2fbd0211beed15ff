/** As whom the database server runs. */
import { spawnSync } from 'node:child_process'

/** Handed to `spawn`; empty where the server runs as whoever started us. */
export interface ServerUser {
  readonly uid?: number
  readonly gid?: number
}

/** PostgreSQL refuses to run as root, who therefore steps down to an account that owns nothing. */
export function serverUser(): ServerUser {
  if (process.getuid?.() !== 0) return {}
  const user = accountOf('postgres') ?? accountOf('nobody')
  if (user) return user
  throw new Error('PostgreSQL cannot run as root, and there is no account "postgres" or "nobody".')
}

function accountOf(name: string): ServerUser | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) =>
    Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout || Number.NaN),
  )
  return uid && gid ? { uid, gid } : undefined
}

/** Whether that user reaches a folder. Asked of the system, which knows more than mode bits tell. */
export function canEnter(user: ServerUser, folder: string): boolean {
  if (user.uid === undefined) return true
  return spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...user, cwd: '/' }).status === 0
}
