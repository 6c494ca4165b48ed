export * from './schema/distribution';
export * from './schema/identity';
export * from './schema/installation';
export * from './schema/jobs';
export * from './schema/journey';
export * from './schema/response';
export * from './schema/survey';
