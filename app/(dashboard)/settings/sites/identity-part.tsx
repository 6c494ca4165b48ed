'use client';

import { useState } from 'react';
import { CopyText } from '@/components/survey/copy-text';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { CheckField, SelectField } from '@/components/ui/field';
import { Refusal } from '@/components/ui/notice';
import { useText } from '@/components/ui/text';
import { useToast } from '@/components/ui/toast';
import { msg } from '@/lib/translate';
import { replaceIdentityKeyAction, requireIdentityAction, showIdentityKeyAction } from './actions';
import {
  HASH_SAMPLES,
  IDENTIFY_BY_HASH,
  IDENTIFY_BY_TOKEN,
  SERVERS,
  type ServerName,
  tokenSample,
} from './identity-samples';

const UNREACHABLE = msg('The server could not be reached. Nothing was changed; try again.');

/** Whether only signed people are known, the key that signs them, and how a server does it. */
export function IdentityPart({
  required,
  workspaceId,
  keyVersion,
}: {
  required: boolean;
  workspaceId: string;
  /** The number of the key of now; null for who may not see it. */
  keyVersion: number | null;
}) {
  return (
    <div className="flex max-w-xl flex-col gap-5">
      <Required required={required} owner={keyVersion !== null} />
      {keyVersion === null ? null : <IdentityKey version={keyVersion} />}
      <Samples workspaceId={workspaceId} />
    </div>
  );
}

function Required({ required, owner }: { required: boolean; owner: boolean }) {
  const t = useText();
  const toast = useToast();
  const [wanted, setWanted] = useState(required);
  const [refusal, setRefusal] = useState<string | null>(null);

  async function change(next: boolean) {
    setWanted(next);
    const result = await requireIdentityAction(next).catch(() => null);
    if (result?.ok) {
      setRefusal(null);
      return toast(
        next
          ? t('Only signed people are kept from now on.')
          : t('Unsigned people are kept as unverified again.'),
      );
    }
    setWanted(!next);
    setRefusal(result?.problem.title ?? t(UNREACHABLE));
  }

  return (
    <>
      <CheckField
        label={t('Keep signed people only')}
        hint={t(
          'Off: what a page says unsigned is kept and marked unverified; it never decides which persona an answer counts for. On: it is not kept, and the answer counts as anonymous. No answer is refused either way.',
        )}
        checked={wanted}
        disabled={!owner}
        onChange={(event) => void change(event.target.checked)}
      />
      <Refusal>{refusal}</Refusal>
    </>
  );
}

function IdentityKey({ version }: { version: number }) {
  const t = useText();
  const [key, setKey] = useState<{ key: string; version: number } | null>(null);
  const [asking, setAsking] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  async function show() {
    const result = await showIdentityKeyAction().catch(() => null);
    if (result?.ok) setKey(result.value);
    setRefusal(result?.ok ? null : (result?.problem.title ?? t(UNREACHABLE)));
  }

  return (
    <div className="flex flex-col gap-3 border-t border-line pt-4">
      <h3 className="text-sm font-semibold">{t('Identity key')}</h3>
      <p className="text-sm text-soft">
        {t(
          'Your server signs with it. Keep it among your server’s secrets and never put it into a page or an app: whoever has it can answer in anybody’s name.',
        )}
      </p>
      {key ? <CopyText label={t('Key number {version}', { version: key.version })} text={key.key} /> : null}
      <Refusal>{refusal}</Refusal>
      <div className="flex flex-wrap gap-2">
        {key ? (
          <Button onClick={() => setKey(null)}>{t('Hide the key')}</Button>
        ) : (
          <Button onClick={() => void show()}>{t('Show the key')}</Button>
        )}
        <Button onClick={() => setAsking(true)}>{t('Replace the key')}</Button>
      </div>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('Replace the identity key?')}
        confirmText={t('Replace it')}
        onConfirm={async () => {
          const result = await replaceIdentityKeyAction(version);
          if (result.ok) setKey(result.value);
          return result.ok ? null : result.problem.title;
        }}
      >
        <div className="flex flex-col gap-2">
          <p>
            {t(
              'You get a new key to put on your server. The key of now stays good until the next replacement, so that nobody loses a signature meanwhile.',
            )}
          </p>
          <p>{t('If the key of now has got out, replace it twice: then it is dead at once.')}</p>
        </div>
      </ConfirmDialog>
    </div>
  );
}

function Samples({ workspaceId }: { workspaceId: string }) {
  const t = useText();
  const [server, setServer] = useState<ServerName>('Node');
  const [what, setWhat] = useState<'hash' | 'token'>('hash');
  const hash = what === 'hash';
  return (
    <div className="flex flex-col gap-3 border-t border-line pt-4">
      <h3 className="text-sm font-semibold">{t('How to sign')}</h3>
      <div className="grid gap-3 sm:grid-cols-2">
        <SelectField
          label={t('What to sign')}
          value={what}
          onChange={(event) => setWhat(event.target.value === 'token' ? 'token' : 'hash')}
        >
          <option value="hash">{t('The id alone')}</option>
          <option value="token">{t('The id with attributes')}</option>
        </SelectField>
        <SelectField
          label={t('Your server')}
          value={server}
          onChange={(event) => setServer(event.target.value as ServerName)}
        >
          {SERVERS.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </SelectField>
      </div>
      <CopyText
        label={t('On your server')}
        text={hash ? HASH_SAMPLES[server] : tokenSample(server, workspaceId)}
      />
      <CopyText label={t('In the page')} text={hash ? IDENTIFY_BY_HASH : IDENTIFY_BY_TOKEN} />
      <p className="text-sm text-soft">
        {hash
          ? t(
              'Attributes that a page sends beside a signed id stay unverified: sign them in a token where they have to be true.',
            )
          : t(
              'Make the token anew for each page view. It may end at most 15 minutes ahead, so that nobody can use a copy for long.',
            )}
      </p>
    </div>
  );
}
