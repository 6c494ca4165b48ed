import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { markDemo } from '@/db/seed/demo-mark';
import { testDatabase, testWorkspace } from '@/db/testing/database';
import { refuseOpenDemo } from './open-demo';

testDatabase();

test('a database with the demo is served to this machine only, any other to whom HOST says', async () => {
  const { workspaceId } = await testWorkspace();
  await testWorkspace();
  await refuseOpenDemo(database(), '0.0.0.0');
  await markDemo(workspaceId, true);
  for (const host of ['127.0.0.1', '127.0.1.1', 'localhost', '::1']) await refuseOpenDemo(database(), host);
  for (const host of ['0.0.0.0', '::', '192.168.1.5', 'milepost.example.com', '127.0.0.1.example.com']) {
    await expect(refuseOpenDemo(database(), host)).rejects.toThrow(/holds the demo/);
  }
});
