"""Engines that run the SQL: each loads a CSV file as a table, and answers with the text of daily.csv."""

import csv
import glob
import os
import shutil
import subprocess
import tempfile
from pathlib import Path


class Missing(Exception):
    """An engine that cannot be started here, and why."""


class DuckDb:
    name = "duckdb"
    types = {"text": "VARCHAR", "integer": "BIGINT", "decimal": "DECIMAL(18, 6)", "double": "DOUBLE", "time": "TIMESTAMP"}

    def __init__(self, folder):
        import duckdb

        self.folder = folder
        self.connection = duckdb.connect()

    def load(self, path, table, columns):
        schema = ", ".join(f"{literal(name)}: {literal(self.types[kind])}" for name, kind in columns)
        self.connection.execute(f"CREATE OR REPLACE TABLE {quoted(table)} AS FROM read_csv({literal(str(path))}, header = true, delim = ',', quote = '\"', escape = '\"', columns = {{{schema}}})")

    def daily(self, sql):
        with working_in(self.folder):
            self.connection.execute(sql)
        return read(self.folder / "daily.csv")

    def row(self, sql):
        cursor = self.connection.execute(sql)
        return dict(zip([column[0] for column in cursor.description], cursor.fetchone()))

    def close(self):
        self.connection.close()


class ClickHouse:
    name = "clickhouse"
    types = {"text": "String", "integer": "Nullable(Int64)", "decimal": "Nullable(Decimal(18, 6))", "double": "Nullable(Float64)", "time": "Nullable(DateTime)"}

    def __init__(self, folder):
        from chdb import session

        self.folder = folder
        self.session = session.Session(str(folder / "chdb"))

    def load(self, path, table, columns):
        schema = ", ".join(f"{quoted(name, '`')} {self.types[kind]}" for name, kind in columns)
        self.session.query(f"CREATE OR REPLACE TABLE {quoted(table, '`')} ({schema}) ENGINE = Memory")
        self.session.query(f"INSERT INTO {quoted(table, '`')} SELECT * FROM file({literal(str(path))}, CSVWithNames, {literal(schema)}) SETTINGS input_format_with_names_use_header = 0")

    def daily(self, sql):
        # The clause that writes the file is the client's; the library answers with the same bytes.
        statement, clause = sql.split("\nINTO OUTFILE 'daily.csv'\nFORMAT ")
        assert clause == "CSVWithNames;\n", clause
        return self.session.query(statement, "CSVWithNames").bytes().decode()

    def row(self, sql):
        text = self.session.query(sql.rstrip().rstrip(";"), "CSVWithNames").bytes().decode()
        return next(csv.DictReader(text.splitlines()))

    def close(self):
        self.session.close()


class PostgreSql:
    name = "postgres"
    types = {"text": "text", "integer": "bigint", "decimal": "numeric", "double": "double precision", "time": "timestamp"}

    def __init__(self, folder):
        found = sorted(glob.glob("/usr/lib/postgresql/*/bin/initdb"), key=lambda path: int(path.split("/")[4]))
        initdb = found[-1] if found else shutil.which("initdb")
        if not initdb:
            raise Missing("no initdb: install PostgreSQL's server")
        self.bin = Path(initdb).parent
        self.folder = folder
        # A socket's path has to be short, and the server's user has to reach it.
        self.home = Path(tempfile.mkdtemp(prefix="pg-"))
        # The server refuses to run as root.
        self.user = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] if os.getuid() == 0 else []
        if self.user:
            os.chown(self.home, 65534, 65534)
        self.server("initdb", "-D", str(self.home / "data"), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "-N")
        self.server("pg_ctl", "-D", str(self.home / "data"), "-w", "-l", str(self.home / "log"), "-o", f"-c listen_addresses='' -k {self.home} -F", "start")

    def server(self, program, *arguments):
        done = subprocess.run([*self.user, str(self.bin / program), *arguments], cwd=self.home, stdout=subprocess.PIPE if program == "initdb" else subprocess.DEVNULL, stderr=subprocess.STDOUT, text=True)
        if done.returncode:
            raise Missing(f"{program} failed: {done.stdout}")

    def psql(self, sql, *arguments):
        script = self.folder / "daily.sql"
        script.write_text(sql)
        command = ["psql", "-h", str(self.home), "-U", "postgres", "-X", "-q", "-v", "ON_ERROR_STOP=1", *arguments, "-f", str(script)]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            raise AssertionError(done.stderr)
        return done.stdout

    def load(self, path, table, columns):
        schema = ", ".join(f"{quoted(name)} {self.types[kind]}" for name, kind in columns)
        # Empty text stays empty text where the column can hold it.
        texts = ", ".join(quoted(name) for name, kind in columns if kind == "text")
        forced = f", FORCE_NOT_NULL ({texts})" if texts else ""
        self.psql(f"DROP TABLE IF EXISTS {quoted(table)};\nCREATE TABLE {quoted(table)} ({schema});\n\\copy {quoted(table)} FROM {literal(str(path))} WITH (FORMAT csv, HEADER{forced})\n")

    def daily(self, sql):
        return self.psql(sql)

    def row(self, sql):
        return next(csv.DictReader(self.psql(sql, "--csv").splitlines()))

    def close(self):
        self.server("pg_ctl", "-D", str(self.home / "data"), "-m", "immediate", "stop")
        shutil.rmtree(self.home)


class Spark:
    name = "spark"
    types = {"text": "STRING", "integer": "BIGINT", "decimal": "DECIMAL(18, 6)", "double": "DOUBLE", "time": "TIMESTAMP"}

    def __init__(self, folder):
        if not shutil.which("java"):
            raise Missing("no java: install a Java runtime of version 17 or later")
        from pyspark.sql import SparkSession

        self.folder = folder
        os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
        settings = {"spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false", "spark.log.level": "ERROR", "spark.sql.shuffle.partitions": "2", "spark.sql.session.timeZone": "UTC", "spark.sql.warehouse.dir": str(folder / "warehouse")}
        builder = SparkSession.builder.master("local[2]")
        for key, value in settings.items():
            builder = builder.config(key, value)
        self.session = builder.getOrCreate()

    def load(self, path, table, columns):
        schema = ", ".join(f"{quoted(name, '`')} {self.types[kind]}" for name, kind in columns)
        options = {"header": True, "multiLine": True, "escape": '"', "timestampFormat": "yyyy-MM-dd HH:mm:ss"}
        self.session.read.options(**options).schema(schema).csv(str(path)).createOrReplaceTempView(quoted(table, "`"))

    def daily(self, sql):
        # The folder is named relative to where Spark was started.
        self.session.sql(sql.replace("DIRECTORY 'daily.csv'", f"DIRECTORY {literal(str(self.folder / 'daily.csv'))}").rstrip().rstrip(";"))
        parts = [read(path) for path in sorted((self.folder / "daily.csv").glob("part-*.csv"))]
        parts = [part for part in parts if part]
        return parts[0] + "".join(part.split("\n", 1)[1] for part in parts[1:])

    def row(self, sql):
        return self.session.sql(sql.rstrip().rstrip(";")).first().asDict()

    def close(self):
        self.session.stop()


ENGINES = [DuckDb, PostgreSql, ClickHouse, Spark]


def quoted(name, quote='"'):
    return quote + name.replace(quote, quote * 2) + quote


def literal(text):
    return "'" + text.replace("'", "''") + "'"


def read(path):
    return path.read_bytes().decode("utf-8")


class working_in:
    def __init__(self, folder):
        self.folder = folder

    def __enter__(self):
        self.before = os.getcwd()
        os.chdir(self.folder)

    def __exit__(self, *_):
        os.chdir(self.before)
