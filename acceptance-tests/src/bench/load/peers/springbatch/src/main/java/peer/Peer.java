package peer;

import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Months by Spring Batch, two at once: Peer JDBC_URL FOLDER MONTH… loads them at each line of its input and prints the
 * seconds they took. So it stays warm, as etl-service does.
 */
@SpringBootApplication(proxyBeanMethods = false)
class Peer {

    public static void main(String[] args) throws Exception {
        System.setProperty("spring.datasource.url", args[0]);
        var context = SpringApplication.run(Peer.class);
        JobOperator operator = context.getBean(JobOperator.class);
        Job job = context.getBean(Job.class);
        try (Scanner rounds = new Scanner(System.in);
                ExecutorService two = Executors.newFixedThreadPool(2)) {
            while (rounds.hasNextLine()) {
                rounds.nextLine();
                List<Callable<JobExecution>> months = new ArrayList<>();
                for (String month : List.of(args).subList(2, args.length)) {
                    var parameters = new JobParametersBuilder()
                            .addString("month", month)
                            .addString("file", args[1] + "/flights-" + month + ".csv.gz")
                            .addLong("begun", System.currentTimeMillis())
                            .toJobParameters();
                    months.add(() -> operator.start(job, parameters));
                }
                long begun = System.nanoTime();
                for (Future<JobExecution> ended : two.invokeAll(months)) {
                    if (ended.get().getStatus() != BatchStatus.COMPLETED) {
                        throw new IllegalStateException(ended.get().toString());
                    }
                }
                System.out.printf("%.3f%n", (System.nanoTime() - begun) / 1e9);
            }
        }
    }
}
