import type { Words } from './index.ts'

export const letters: Words['letters'] = {
  'team.invited': {
    subject: '{inviter} lädt Sie zu {tenant} auf Sonaqor ein',
    paragraphs: [
      '{inviter} lädt Sie ein, auf Sonaqor bei {tenant} mitzuarbeiten, und zwar in der Rolle {role, select, owner {Inhaber} admin {Administrator} developer {Entwickler} analyst {Analyst} other {Betrachter}}.',
    ],
    action: 'Einladung annehmen',
    note: 'Die Einladung gilt {hours, plural, one {# Stunde} other {# Stunden}} und nur einmal. Wenn Sie nicht wissen, wer das ist, müssen Sie nichts tun.',
  },
  'team.suspended': {
    subject: 'Ihr Zugang zu {tenant} wurde gesperrt',
    paragraphs: [
      'Am {at, date} wurde Ihr Zugang zu {tenant} auf Sonaqor gesperrt. Alle Ihre Sitzungen dort sind beendet.',
    ],
    note: 'Wenn Sie das für ein Versehen halten, wenden Sie sich an einen Inhaber oder Administrator von {tenant}.',
  },
  'team.removed': {
    subject: 'Sie sind nicht mehr Mitglied von {tenant}',
    paragraphs: [
      'Seit dem {at, date} sind Sie nicht mehr Mitglied von {tenant} auf Sonaqor. Alle Ihre Sitzungen dort sind beendet. Ihr Konto und Ihre anderen Mitgliedschaften bleiben, wie sie sind.',
    ],
    note: 'Wenn Sie das für ein Versehen halten, wenden Sie sich an einen Inhaber oder Administrator von {tenant}.',
  },
  'account.sign-up': {
    subject: 'Bestätigen Sie Ihre E-Mail-Adresse',
    paragraphs: ['Bestätigen Sie diese Adresse, um Ihr Konto bei Sonaqor einzurichten.'],
    action: 'Adresse bestätigen',
    note: 'Der Link gilt {minutes, plural, one {# Minute} other {# Minuten}} und nur einmal. Wenn Sie sich nicht registriert haben, müssen Sie nichts tun: Ohne Bestätigung entsteht kein Konto.',
  },
  'account.known': {
    subject: 'Sie haben bereits ein Konto',
    paragraphs: [
      'Jemand wollte sich mit dieser Adresse bei Sonaqor registrieren. Es gibt dafür bereits ein Konto, daher ist nichts geschehen.',
    ],
    action: 'Anmelden',
    note: 'Wenn Sie das waren und Ihr Passwort nicht mehr wissen, wählen Sie dort „Passwort vergessen?“. Andernfalls müssen Sie nichts tun.',
  },
  'account.reset': {
    subject: 'Legen Sie ein neues Passwort fest',
    paragraphs: ['Jemand möchte ein neues Passwort für Ihr Konto bei Sonaqor festlegen.'],
    action: 'Neues Passwort festlegen',
    note: 'Der Link gilt {minutes, plural, one {# Minute} other {# Minuten}} und nur einmal. Wenn Sie das nicht waren, müssen Sie nichts tun: Ihr Passwort bleibt, wie es ist.',
  },
  'staff.password': {
    subject: 'Legen Sie Ihr Passwort als Sonaqor-Personal fest',
    paragraphs: [
      'Sie gehören zum Personal von Sonaqor. Legen Sie ein eigenes Passwort fest, um sich anzumelden.',
    ],
    action: 'Passwort festlegen',
    note: 'Der Link gilt {minutes, plural, one {# Minute} other {# Minuten}} und nur einmal. Niemand sonst kennt das Passwort. Ist der Link abgelaufen, bitten Sie die Sicherheitsleitung um einen neuen.',
  },
  'account.email-change': {
    subject: 'Bestätigen Sie Ihre neue E-Mail-Adresse',
    paragraphs: ['Bestätigen Sie, dass dies ab jetzt die Adresse Ihres Kontos bei Sonaqor ist.'],
    action: 'Adresse bestätigen',
    note: 'Der Link gilt {minutes, plural, one {# Minute} other {# Minuten}} und nur einmal. Wenn Sie das nicht angefordert haben, müssen Sie nichts tun.',
  },
  'account.email-changed': {
    subject: 'Die E-Mail-Adresse Ihres Kontos wurde geändert',
    paragraphs: [
      'Am {at, date} wurde die E-Mail-Adresse Ihres Kontos bei Sonaqor in {email} geändert. An diese Adresse wird nichts mehr gesendet.',
    ],
    note: 'Wenn Sie das nicht waren, hat jemand anderes Zugang zu Ihrem Konto: Wenden Sie sich sofort an einen Inhaber Ihrer Organisation.',
  },
}
