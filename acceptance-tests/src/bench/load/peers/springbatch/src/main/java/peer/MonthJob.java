package peer;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.database.JdbcBatchItemWriter;
import org.springframework.batch.infrastructure.item.database.builder.JdbcBatchItemWriterBuilder;
import org.springframework.batch.infrastructure.item.file.FlatFileItemReader;
import org.springframework.batch.infrastructure.item.file.FlatFileParseException;
import org.springframework.batch.infrastructure.item.file.builder.FlatFileItemReaderBuilder;
import org.springframework.batch.infrastructure.item.file.transform.DelimitedLineTokenizer;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * A month, as Spring Batch's guide reads a file: reader, processor, writer, in chunks. A chunk is a transaction, so the
 * rows go to a table beside core.flight, and a last step swaps it in.
 */
@Configuration(proxyBeanMethods = false)
class MonthJob {

    private static final int CHUNK = 1000;

    @Bean
    Job month(JobRepository repository, Step begin, Step load, Step publish) {
        return new JobBuilder("month", repository).start(begin).next(load).next(publish).build();
    }

    @Bean
    Step begin(JobRepository repository, PlatformTransactionManager transactions, JdbcTemplate jdbc) {
        String sql = "SELECT peer.begin(month, peer.checked_columns(month)) FROM CAST(? AS text) AS month";
        return new StepBuilder("begin", repository)
                .tasklet((contribution, context) -> {
                    Object month = context.getStepContext().getJobParameters().get("month");
                    contribution.getStepExecution().getJobExecution().getExecutionContext()
                            .putLong("load", jdbc.queryForObject(sql, Long.class, month));
                    return RepeatStatus.FINISHED;
                })
                .transactionManager(transactions)
                .build();
    }

    @Bean
    Step load(
            JobRepository repository,
            PlatformTransactionManager transactions,
            FlatFileItemReader<Flight> reader,
            Rules rules,
            JdbcBatchItemWriter<Flight> writer,
            Rejects rejects) {
        return new StepBuilder("load", repository)
                .<Flight, Flight>chunk(CHUNK)
                .transactionManager(transactions)
                .reader(reader)
                .processor(rules)
                .writer(writer)
                .faultTolerant()
                .skip(FlatFileParseException.class, BrokenRule.class)
                .skipLimit(Integer.MAX_VALUE)
                .skipListener(rejects)
                .build();
    }

    @Bean
    Step publish(JobRepository repository, PlatformTransactionManager transactions, JdbcTemplate jdbc) {
        return new StepBuilder("publish", repository)
                .tasklet((contribution, context) -> {
                    var parameters = context.getStepContext().getJobParameters();
                    Path file = Path.of((String) parameters.get("file"));
                    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                    jdbc.queryForList(
                            "SELECT peer.swap_in(?, ?, ?)",
                            context.getStepContext().getJobExecutionContext().get("load"),
                            file.getFileName().toString(),
                            HexFormat.of().formatHex(digest));
                    return RepeatStatus.FINISHED;
                })
                .transactionManager(transactions)
                .build();
    }

    @Bean
    @StepScope
    FlatFileItemReader<Flight> reader(@Value("#{jobParameters['file']}") String file) {
        DelimitedLineTokenizer tokenizer = new DelimitedLineTokenizer();
        return new FlatFileItemReaderBuilder<Flight>()
                .name("flights")
                .resource(new FileSystemResource(file))
                .bufferedReaderFactory((resource, encoding) -> new BufferedReader(
                        new InputStreamReader(new GZIPInputStream(resource.getInputStream(), 1 << 16), encoding)))
                .linesToSkip(1)
                .lineMapper((line, number) -> Flight.of(number, line, tokenizer.tokenize(line)))
                .build();
    }

    @Bean
    @StepScope
    Rules rules(@Value("#{jobParameters['month']}") String month) {
        return new Rules(YearMonth.parse(month));
    }

    @Bean
    @StepScope
    JdbcBatchItemWriter<Flight> writer(DataSource source, @Value("#{jobParameters['month']}") String month) {
        return new JdbcBatchItemWriterBuilder<Flight>()
                .dataSource(source)
                .sql("INSERT INTO core.flight_" + month.replace('-', '_') + "_fresh"
                        + " VALUES (:year, :month, :day, :depTime, :schedDepTime, :depDelay, :arrTime, :schedArrTime,"
                        + " :arrDelay, :carrier, :flight, :tailnum, :origin, :dest, :airTime, :distance, :hour,"
                        + " :minute, :timeHour, :flightDate)")
                .beanMapped()
                .build();
    }

    @Bean
    @StepScope
    Rejects rejects(JdbcTemplate jdbc, @Value("#{jobExecutionContext['load']}") Long load) {
        return new Rejects(jdbc, load);
    }
}
