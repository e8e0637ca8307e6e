"""Where a case store can be in a test that looks into it past the program: in a file of SQLite, or in a database of a server."""
import json
import pathlib
import shutil
import sqlite3
import time


class FileStore:
    """A store in a file, in a folder of its own."""
    kind, environment = 'sqlite', {}

    def __init__(self, folder):
        self.folder, self.name = pathlib.Path(folder), 'store.db'
        self.folder.mkdir(exist_ok=True)

    def another(self, name):
        """An empty place beside this one."""
        return FileStore(self.folder.parent / name)

    def copied_to(self, other):
        shutil.copy(self.folder / self.name, other.folder / other.name)
        return other

    def settle(self):
        """Who was killed is gone at once."""

    refusals = "SELECT name FROM sqlite_schema WHERE type = 'trigger' ORDER BY name"  # what the database itself refuses

    def ask(self, **queries):
        """The rows that each of these gives, all of one moment."""
        with sqlite3.connect(self.folder / self.name, isolation_level=None) as connection:
            connection.execute('BEGIN')
            rows = {name: [list(row) for row in connection.execute(query)] for name, query in queries.items()}
            connection.execute('COMMIT')
        connection.close()
        return rows

    def problem(self):
        """What is wrong with the file, or nothing."""
        with sqlite3.connect(self.folder / self.name) as connection:
            found = connection.execute('PRAGMA integrity_check').fetchone()[0]
            dangling = connection.execute('PRAGMA foreign_key_check').fetchall()
        connection.close()
        return found if found != 'ok' else 'a row refers to nothing' if dangling else ''

    def bytes(self):
        return b'\n'.join(path.read_bytes() for path in sorted(self.folder.glob(f'{self.name}*')))

    def remove(self):
        shutil.rmtree(self.folder)


class ServerStore:
    """A store in a database of a server (postgres_server.py), and a folder for the other files."""
    kind = 'postgresql'

    def __init__(self, folder, server, is_new=True):
        self.folder, self.server, self.database = pathlib.Path(folder), server, pathlib.Path(folder).name.replace('-', '_')
        self.folder.mkdir(exist_ok=True)
        self.name, self.environment = f'postgresql:///{self.database}', server.environment
        if is_new:
            server.sql(f'CREATE DATABASE {self.database}', role='wegwijzer')

    def another(self, name):
        return ServerStore(self.folder.parent / name, self.server, is_new=False)

    def copied_to(self, other):
        self.settle()
        self.server.sql(f'CREATE DATABASE {other.database} TEMPLATE {self.database}', role='wegwijzer')
        return other

    def settle(self):
        """Waits until the server has noticed that its clients are gone."""
        query = f"SELECT COUNT(*) FROM pg_stat_activity WHERE datname = '{self.database}'"
        for _ in range(500):
            if self.server.sql(query) == '0':
                return
            time.sleep(0.02)
        raise TimeoutError(f'somebody is still in {self.database}')

    def ask(self, **queries):
        def as_json(query):
            columns, rest = query.removeprefix('SELECT ').split(' FROM ', 1)
            return f"COALESCE((SELECT json_agg(r) FROM (SELECT json_build_array({columns}) AS r FROM {rest}) AS rows), '[]')"
        parts = ', '.join(f"'{name}', {as_json(query)}" for name, query in queries.items())
        return json.loads(self.server.sql(f'SET search_path = wegwijzer; SELECT json_build_object({parts})', self.database))

    refusals = 'SELECT tgname, tgenabled FROM pg_trigger WHERE NOT tgisinternal ORDER BY tgname'

    def problem(self):
        return ''  # the server looks after its own files; keys that refer to nothing it refuses

    def bytes(self):
        """All files of the database, as they are on the disk; not the server's write-ahead log."""
        self.server.sql('CHECKPOINT')
        number = self.server.sql(f"SELECT oid FROM pg_database WHERE datname = '{self.database}'")
        return b'\n'.join(path.read_bytes() for path in sorted((self.server.data / 'base' / number).iterdir()) if path.is_file())

    def remove(self):
        self.server.sql(f'DROP DATABASE {self.database} WITH (FORCE)')
        shutil.rmtree(self.folder)
