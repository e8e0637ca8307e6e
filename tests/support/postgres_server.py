"""A PostgreSQL server for one test: on a socket in a folder below /tmp, without a network port, gone afterwards."""
import getpass
import glob
import os
import pathlib
import pwd
import shutil
import subprocess
import tempfile

from support.running import ROOT, run_command

# Who the tests are on the server: somebody who may make databases and roles, and is no superuser.
ROLE = 'wegwijzer'
# As a database of PostgreSQL's own sorts them texts stand otherwise than by their bytes: a store must not notice.
CLUSTER = ['--encoding=UTF8', '--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=nl', '--auth=trust',
           '--username=postgres', '--no-sync', '--no-instructions']
SETTINGS = {'listen_addresses': "''", 'fsync': 'off', 'max_connections': '40', 'lc_messages': "'C'"}


class NoServer(Exception):
    """There is no PostgreSQL here, or nobody who may run it, or a program that does not know it."""


def demand_built_in(binary):
    """Of a program that was built without PostgreSQL there is nothing to test."""
    said = run_command('wegwijzer record --lang en --store postgresql://127.0.0.1:1/d --list --student S', ROOT, binary).stderr
    if b'without PostgreSQL' in said:
        raise NoServer('this program was built without PostgreSQL')


def folder_of_programs():
    found = shutil.which('initdb')
    folders = [*glob.glob('/usr/lib/postgresql/*/bin'), *([os.path.dirname(os.path.realpath(found))] if found else [])]
    folders = [folder for folder in folders if os.access(f'{folder}/initdb', os.X_OK)]
    if not folders:
        raise NoServer('there is no PostgreSQL server here (Debian: postgresql-15)')
    return pathlib.Path(max(folders, key=lambda folder: [int(part) for part in folder.split('/') if part.isdigit()]))


class Server:
    """Used in a `with`; then `environment` is what makes `postgresql:///name` a database of it."""

    def __init__(self):
        self.programs = folder_of_programs()
        self.user = getpass.getuser()
        if os.getuid() == 0:  # PostgreSQL refuses to run as root
            self.user = 'postgres'
            try:
                pwd.getpwnam(self.user)
            except KeyError:
                raise NoServer('there is no user postgres here, and root may not run a server') from None

    def _run(self, program, *arguments):
        prefix = ['runuser', '-u', self.user, '--'] if os.getuid() == 0 else []
        done = subprocess.run([*prefix, str(self.programs / program), *arguments], cwd='/', stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              env={'PATH': os.environ['PATH'], 'LC_ALL': 'C.UTF-8', 'TZ': 'UTC'})
        if done.returncode != 0:
            raise NoServer(f'{program} fails:\n{done.stdout.decode(errors="replace")}')

    def __enter__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='pg-', dir='/tmp'))  # short: a socket has 107 characters
        if os.getuid() == 0:
            shutil.chown(self.folder, self.user)
        self.folder.chmod(0o755)
        self.data = self.folder / 'data'
        self._run('initdb', *CLUSTER, str(self.data))
        with open(self.data / 'postgresql.conf', 'a', encoding='utf-8') as conf:
            conf.writelines(f'{name} = {value}\n' for name, value in SETTINGS.items())
            conf.write(f"unix_socket_directories = '{self.folder}'\n")
        # Who is a member of the role `strengen` has to give a password.
        (self.data / 'pg_hba.conf').write_text('local all +strengen scram-sha-256\nlocal all all trust\n', encoding='utf-8')
        self.start()
        self.environment = {'PGHOST': str(self.folder), 'PGUSER': 'postgres', 'PGDATABASE': 'postgres'}
        self.sql(f'CREATE ROLE strengen; CREATE ROLE {ROLE} LOGIN CREATEDB CREATEROLE')
        self.environment['PGUSER'] = ROLE
        return self

    def __exit__(self, *_):
        try:
            self.stop()
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)

    def start(self):
        self._run('pg_ctl', 'start', '-w', '-s', '-D', str(self.data), '-l', str(self.folder / 'log'))

    def stop(self):
        if (self.data / 'postmaster.pid').exists():
            self._run('pg_ctl', 'stop', '-w', '-s', '-m', 'immediate', '-D', str(self.data))

    def sql(self, text, database='postgres', role='postgres'):
        """What psql gives for these statements, without its form."""
        done = subprocess.run([str(self.programs / 'psql'), '-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1', '-U', role, '-c', text, database],
                              env={**os.environ, **self.environment}, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT)
        if done.returncode != 0:
            raise RuntimeError(f'{text}\n{done.stdout.decode(errors="replace")}')
        return done.stdout.decode().rstrip('\n')

    def drop_databases(self):
        for name in self.sql("SELECT datname FROM pg_database WHERE NOT datistemplate AND datname <> 'postgres'").split('\n'):
            if name:
                self.sql(f'DROP DATABASE "{name}" WITH (FORCE)')
