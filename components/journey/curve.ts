export * from '@/lib/insights/rules/curve-path';
